import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { instantIndex } from '../../../exports/search.ts';

export const GET: APIRoute = () => Response.json(instantIndex(catalogue()));

import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { askedIndex } from '../../../exports/search.ts';

export const GET: APIRoute = () => Response.json(askedIndex(catalogue()));

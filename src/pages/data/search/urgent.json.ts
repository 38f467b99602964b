import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { urgentIndex } from '../../../exports/search.ts';

export const GET: APIRoute = () => Response.json(urgentIndex(catalogue()));

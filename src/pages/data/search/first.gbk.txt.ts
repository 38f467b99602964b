import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { searchLists } from '../../../exports/search.ts';

export const GET: APIRoute = () => new Response(searchLists(catalogue()).first);

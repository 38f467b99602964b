import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { searchLists } from '../../../exports/search.ts';

export const GET: APIRoute = () => Response.json(searchLists(catalogue()).more);

import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { instantFiles } from '../../../exports/search.ts';

export const GET: APIRoute = () => Response.json(instantFiles(catalogue()).more);

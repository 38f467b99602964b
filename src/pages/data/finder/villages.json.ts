import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { villagesFile } from '../../../exports/finder.ts';

export const GET: APIRoute = () => Response.json(villagesFile(catalogue()));

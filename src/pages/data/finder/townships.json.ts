import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { townshipsFile } from '../../../exports/finder.ts';

export const GET: APIRoute = () => Response.json(townshipsFile(catalogue()));

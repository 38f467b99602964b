import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { homophonesFile } from '../../../exports/homophones.ts';

export const GET: APIRoute = () => Response.json(homophonesFile(catalogue()));

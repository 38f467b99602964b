import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { packUrgent } from '../../../domain/search/urgent-file.ts';
import { urgentIndex } from '../../../exports/urgent.ts';

export const GET: APIRoute = () => new Response(packUrgent(urgentIndex(catalogue())));

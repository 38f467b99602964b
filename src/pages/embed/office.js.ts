import type { APIRoute } from 'astro';
import code from '../../exports/embed/office-element.js?raw';

/** The element that other sites put an office's card into their pages with. */
export const GET: APIRoute = () =>
  new Response(code, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });

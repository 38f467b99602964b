import { defineConfig } from 'astro/config';
import { openOffice } from './src/integration.ts';

export default defineConfig({ integrations: [openOffice()] });

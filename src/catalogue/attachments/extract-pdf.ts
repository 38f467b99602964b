import type { Extract } from './extracted.ts';
export const pdfTexts = (_bytes: Uint8Array): Extract[] => [];

import { exceptionsSheet, hoursSheet } from './hours.ts';
import { figuresSheet, peopleSheet, phonesSheet, serviceNotesSheet, vacanciesSheet } from './lists.ts';
import { dutySheet, officeSheet, sourcesSheet, standardsSheet } from './office.ts';
import { entriesSheet, planSheet } from './whereabouts.ts';
import type { Table } from '../columns.ts';

/** Every sheet of a workbook, in its order. People come before what refers to them. */
export const TABLES: readonly Table[] = [
  officeSheet,
  phonesSheet,
  hoursSheet,
  exceptionsSheet,
  dutySheet,
  peopleSheet,
  vacanciesSheet,
  entriesSheet,
  planSheet,
  figuresSheet,
  serviceNotesSheet,
  standardsSheet,
  sourcesSheet,
];

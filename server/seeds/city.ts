/** The demo's city: its units, and what appeals are about. */

export { CATEGORIES } from './city/categories.ts';
export { DEPARTMENTS, unit } from './city/departments.ts';

/** Reports: tables as files. The only door into this folder, beside its routes. */

export { writeCsv } from './csv.ts';

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ImportTally, importDistricts, importStreets } from '#server/places/index.ts';
import { importPastYears } from './import-past.ts';
import { runTask } from './run-task.ts';

/** Full extracts come from OpenStreetMap (ODbL 1.0) unless another source is named. */
const OPEN_STREET_MAP = '© учасники OpenStreetMap';
const USAGE =
  'tell what to import: districts FILE.geojson | gazetteer FILE.json [--attribution "© source"] | ' +
  'past FILE.csv --mapping FILE.json [--dry-run] [--leave-out-bad]';
const IMPORTS: Readonly<Record<string, typeof importDistricts>> = {
  districts: importDistricts,
  gazetteer: importStreets,
};

const wordsOf = (what: string, file: string, { inFile, added, changed, gone }: ImportTally): string =>
  `Import of ${what}: ${inFile} in ${file}, of them ${added} new, ${changed} changed, ${inFile - added - changed} as they were; ` +
  `${gone} that it no longer has. The site shows it within a minute.`;

/**
 * `import districts FILE` and `import gazetteer FILE`: whole files in the place of what was there, or a line for each wrong row.
 * `import past FILE --mapping MAPPING`: appeals of past years, added once each.
 */
await runTask('import', async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      attribution: { type: 'string', default: OPEN_STREET_MAP },
      mapping: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'leave-out-bad': { type: 'boolean', default: false },
    },
  });
  const [what = '', file, ...more] = positionals;
  if (what === 'past' && file !== undefined && more.length === 0)
    return importPastYears(file, {
      mapping: values.mapping,
      isDryRun: values['dry-run'],
      leavesOutBad: values['leave-out-bad'],
    });
  const importText = IMPORTS[what];
  if (!importText || file === undefined || more.length > 0) throw new Error(USAGE);
  const tally = await importText(readFileSync(file, 'utf8'), values.attribution || null);
  return wordsOf(what, file, tally);
});

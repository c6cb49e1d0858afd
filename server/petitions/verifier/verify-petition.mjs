#!/usr/bin/env node
// Checks the public list of signatures of an electronic petition, offline and with nothing but Node.js (18 or later).
//
//   node verify-petition.mjs LIST.ndjson [--root SIZE:HEX]… [--keys keys.json] [--key KEYID:FILE.pem]
//
// LIST.ndjson is the file that the page of the petition offers. SIZE:HEX are roots that you were sent in letters earlier: the list
// must still begin with exactly the entries that they were made of. With the city's public keys, as its site or somebody else has
// kept them, the seal is checked as well.
// The tree is that of RFC 6962, section 2.1, with SHA-256.
import { createHash, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const FORMAT = 'vidhuk-petition-list/1';
/** @param {...(Uint8Array)} parts @returns {Buffer} */
const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
/** @param {readonly unknown[]} entry */
const leafOf = (entry) => sha256(Buffer.of(0), Buffer.from(JSON.stringify(entry), 'utf8'));
/** @param {Buffer} left @param {Buffer} right */
const nodeOf = (left, right) => sha256(Buffer.of(1), left, right);

/** The tree by its right edge: the roots of its whole subtrees, the largest first. */
class Tree {
  size = 0;
  /** @type {Buffer[]} */
  edge = [];
  /** @param {Buffer} leaf */
  add(leaf) {
    let node = leaf;
    for (let bits = this.size; bits % 2 === 1; bits = Math.floor(bits / 2)) {
      const left = this.edge.pop();
      if (left) node = nodeOf(left, node);
    }
    this.edge.push(node);
    this.size += 1;
  }
  root() {
    if (this.size === 0) return sha256().toString('hex');
    return this.edge.reduceRight((right, left) => nodeOf(left, right)).toString('hex');
  }
}

/**
 * A line of the list: which of these it has says what it is.
 * @typedef {{ place: number, name: string, at: string, method: string, salt: string, leaf: string, removes: number, reason: string,
 *   format: string, petition: number, window: number, size: number, root: string, end: number, keyId: string, signature: string }} Row
 */
/**
 * Reads a list line by line. Answers `{ faults, petition, size, root, signatures, removed }`; the list is whole where `faults` is
 * empty. `roots` are [size, hex] pairs known from before, `keys` public keys in PEM by their ids.
 * @param {AsyncIterable<string> | Iterable<string>} lines
 * @param {{ roots?: [number, string][], keys?: Record<string, string> }} [known]
 */
export async function verifyList(lines, { roots = [], keys = {} } = {}) {
  const tree = new Tree();
  /** @type {string[]} */
  const faults = [];
  const wanted = new Map(roots);
  /** @type {Set<number>} */
  const hidden = new Set();
  /** @type {Set<number>} */
  const struck = new Set();
  /** @type {Map<number, string>} */
  const methods = new Map();
  /** @type {{ petition: number | null, end: Row | null }} */
  const found = { petition: null, end: null };
  let windows = 0;
  let lastClosed = '';
  /** @param {string} words */
  const fault = (words) => {
    if (faults.length < 100) faults.push(words);
  };
  /** @param {Row} row @param {Buffer} leaf */
  const take = (row, leaf) => {
    if (row.place !== tree.size + 1) fault(`entry ${row.place} stands in place ${tree.size + 1}`);
    tree.add(leaf);
    const known = wanted.get(tree.size);
    if (known !== undefined && known !== tree.root())
      fault(`the first ${tree.size} entries are not those of the root that you were sent`);
    wanted.delete(tree.size);
  };
  /** @type {Record<string, (row: Row) => void>} */
  const takers = {
    head(row) {
      if (row.format !== FORMAT) fault(`this verifier does not know the format ${row.format}`);
      found.petition = row.petition;
    },
    signature(row) {
      take(row, leafOf(['signed', found.petition, row.salt, row.name, row.at, row.method]));
      methods.set(row.place, row.method);
    },
    hidden(row) {
      hidden.add(row.place);
      take(row, Buffer.from(row.leaf, 'hex'));
    },
    removal(row) {
      if (!(row.removes < row.place)) fault(`entry ${row.place} removes one that does not stand before it`);
      if (struck.has(row.removes)) fault(`entry ${row.removes} is removed twice`);
      struck.add(row.removes);
      take(row, leafOf(['removed', found.petition, row.removes, row.reason, row.at]));
    },
    window(row) {
      windows += 1;
      if (row.window !== windows) fault(`window ${row.window} stands in place ${windows}`);
      if (row.size !== tree.size)
        fault(`window ${row.window} closes ${row.size} entries, and ${tree.size} stand before it`);
      if (row.root !== tree.root()) fault(`the entries up to window ${row.window} do not make its root`);
      if (row.at < lastClosed) fault(`window ${row.window} was closed before the one before it`);
      lastClosed = row.at;
    },
    end(row) {
      found.end = row;
    },
  };
  /** @param {Row} row */
  const kindOf = (row) => {
    if ('format' in row) return 'head';
    if ('window' in row) return 'window';
    if ('end' in row) return 'end';
    if ('removes' in row) return 'removal';
    return 'leaf' in row ? 'hidden' : 'signature';
  };
  for await (const line of lines) {
    if (line === '') continue;
    /** @type {Row} */
    let row;
    try {
      row = JSON.parse(line);
    } catch {
      fault(`a line is no JSON: ${line.slice(0, 60)}`);
      continue;
    }
    if (found.end) fault('something follows the end of the list');
    if ((found.petition === null) !== (kindOf(row) === 'head')) fault('the list has not one beginning');
    takers[kindOf(row)]?.(row);
  }
  for (const place of hidden)
    if (!struck.has(place)) fault(`entry ${place} is hidden, and nothing says that it was removed`);
  for (const place of struck) if (methods.has(place)) fault(`entry ${place} is removed and still shown`);
  for (const size of wanted.keys()) fault(`you were sent a root of ${size} entries, and the list has ${tree.size}`);
  const root = tree.size === 0 ? '' : tree.root();
  const { petition, end } = found;
  if (!end) fault('the list has no end: it was cut off');
  else if (end.end !== tree.size || end.root !== root) fault('the entries do not make the root at the end of the list');
  const key = end && keys[end.keyId];
  if (end && key) {
    const said = Buffer.from(['petition-list', petition, end.end, end.root].join('\n'));
    if (!verify(null, said, key, Buffer.from(end.signature, 'base64url')))
      fault('the seal at the end is not the city’s');
  }
  return { faults, petition, size: tree.size, root, signatures: methods.size, removed: struck.size };
}

/** @param {readonly string[]} args */
function optionsIn(args) {
  /** @type {{ file: string | null, roots: [number, string][], keys: Record<string, string> }} */
  const options = { file: null, roots: [], keys: {} };
  for (let i = 0; i < args.length; i += 1) {
    const [name = '', value = ''] = [args[i], args[i + 1]];
    const [before = '', after = ''] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
    if (name === '--root') options.roots.push([Number(before), after.toLowerCase()]);
    else if (name === '--key') options.keys[before] = readFileSync(after, 'utf8');
    else if (name === '--keys') Object.assign(options.keys, JSON.parse(readFileSync(value, 'utf8')).keys);
    else options.file = name;
    if (name.startsWith('--')) i += 1;
  }
  return options;
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { file, ...known } = optionsIn(process.argv.slice(2));
  if (!file) {
    process.stderr.write(
      'usage: node verify-petition.mjs LIST.ndjson [--root SIZE:HEX]… [--keys keys.json] [--key KEYID:FILE.pem]\n',
    );
    process.exit(2);
  }
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  const { faults, petition, size, root, signatures, removed } = await verifyList(lines, known);
  for (const words of faults) process.stderr.write(`✗ ${words}\n`);
  if (faults.length > 0) process.exit(1);
  process.stdout.write(`✓ petition ${petition}: ${signatures} signatures count, ${removed} were removed\n`);
  process.stdout.write(`  ${size} entries, root ${root}\n`);
}

import { crc32 } from 'node:zlib';

const WORDS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** The list of types that every DOCX has; `main` is the type of its text. */
export const contentTypes = (main = WORDS): string =>
  `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;

/** A zip of these files, stored and not packed. */
export function aZip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [called, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(called.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, called, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, called]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
/** A DOCX of nothing but its parts' names, and whatever else is put into it. */
export const aDocx = (more: Readonly<Record<string, string>> = {}): Buffer =>
  aZip({ '[Content_Types].xml': contentTypes(), 'word/document.xml': '<w:document/>', ...more });

/** A PDF that would run a script in a careless reader, and is one in a careless browser. */
export const pdfWithScript = (): Buffer =>
  Buffer.from(
    `%PDF-1.7\n//<script>alert(1)</script>\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  );

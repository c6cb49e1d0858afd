import type { KeptSignedFile } from '#shared/contract/signature.ts';
import { fill } from '#shared/texts/fill.ts';
import type { DeskSigningTexts } from '#shared/texts/uk/desk-signing.ts';

/** What the places for signed files let people choose. */
export const SIGNATURES = '.p7s,.asice,.sce,.asics,.zip,application/pkcs7-signature,application/vnd.etsi.asic-e+zip';
/** The same for scans. */
export const SCANS = '.pdf,application/pdf,image/jpeg,image/png';

/** What was found out of a file that was kept, in a sentence. */
export function keptWords({ check, signers }: KeptSignedFile, texts: DeskSigningTexts): string {
  const names = signers.flatMap((one) => one.name ?? []).join(', ');
  return fill(texts.kept[check], { signers: names && fill(texts.signers, { names }) }).trim();
}

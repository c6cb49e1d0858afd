/** What a file is to people: something to look at, or something to read. */
export const ATTACHMENT_KINDS = ['photo', 'document'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** What it was sent for: with the appeal, by staff to show what was done, with a «Ні, не вирішено», or with an answer to the city's question. */
export const ATTACHMENT_PURPOSES = ['appeal', 'after', 'feedback', 'reply'] as const;
export type AttachmentPurpose = (typeof ATTACHMENT_PURPOSES)[number];

/** How many of each kind may lie with one draft or case. */
export const MOST_ATTACHMENTS: Readonly<Record<AttachmentPurpose, number>> = {
  appeal: 5,
  after: 20,
  feedback: 10,
  reply: 20,
};

const MIB = 1 << 20;
/** The largest file of each kind, in bytes; a photo as it comes from the camera. */
export const LARGEST_FILE: Readonly<Record<AttachmentKind, number>> = { photo: 20 * MIB, document: 10 * MIB };

/** A part of a picture to be blacked out; all four as shares of its width or height, 0 to 1, from the upper left corner. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}
/** How many rectangles one picture may have. */
export const MOST_RECTANGLES = 100;

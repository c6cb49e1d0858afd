import { model, Schema, type Types } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { MailKind, PaperKind, PostalState, ReturnReason } from '#shared/domain/postal.ts';

/** A paper that goes by post to one person. Neither name nor address lies here: they are read when it is shown or printed. */
export interface PostalItemRow {
  _id: Types.ObjectId;
  /** The outbox row that called for it: one paper to one person for one event and round. */
  eventId: Types.ObjectId;
  personId: Types.ObjectId;
  caseId: Types.ObjectId;
  number: string;
  districtCode: string | null;
  kind: PaperKind;
  /** When that happened which it tells: its words lie in the case under this moment. */
  toldAt: Date | null;
  /** Of the signed answer, or taken for a notice when it was put down to be sent. */
  outgoingNumber: string;
  on: LegalDate;
  /** 1, or more where it came back and was sent again. */
  round: number;
  state: PostalState;
  registryId: Types.ObjectId | null;
  registry: string | null;
  mail: MailKind | null;
  note: string | null;
  trackingNumber: string | null;
  /** True once a further round of it was put down. */
  isSentAgain: boolean;
  outcome: { on: LegalDate; reason: ReturnReason | null; byId: string } | null;
}
/** What was handed to the post on one day; nothing ever changes it, and no item is in two (a unique index sees to it). */
export interface PostalRegistryRow {
  _id: Types.ObjectId;
  year: number;
  seq: number;
  on: LegalDate;
  madeById: string;
  madeAt: Date;
  items: { itemId: Types.ObjectId; mail: MailKind; note: string | null }[];
}
const words = { type: String, required: true } as const;
const optional = { type: String, default: null } as const;
const { ObjectId } = Schema.Types;
const anId = { type: ObjectId, required: true } as const;
const inner = { _id: false, strict: 'throw' } as const;
const settings = { autoIndex: false, versionKey: false, strict: 'throw' } as const;

/** The papers; their indexes are made by the migrations. */
export const PostalItemModel = model(
  'PostalItem',
  new Schema<PostalItemRow>(
    {
      eventId: anId,
      personId: anId,
      caseId: anId,
      number: words,
      districtCode: optional,
      kind: words,
      toldAt: { type: Date, default: null },
      outgoingNumber: words,
      on: words,
      round: { type: Number, required: true },
      state: words,
      registryId: { type: ObjectId, default: null },
      registry: optional,
      mail: optional,
      note: optional,
      trackingNumber: optional,
      isSentAgain: { type: Boolean, default: false },
      outcome: {
        type: new Schema<NonNullable<PostalItemRow['outcome']>>({ on: words, reason: optional, byId: words }, inner),
        default: null,
      },
    },
    settings,
  ),
  'postal_items',
);
/** The registries; written once each. */
export const PostalRegistryModel = model(
  'PostalRegistry',
  new Schema<PostalRegistryRow>(
    {
      year: { type: Number, required: true },
      seq: { type: Number, required: true },
      on: words,
      madeById: words,
      madeAt: { type: Date, required: true },
      items: [new Schema<PostalRegistryRow['items'][number]>({ itemId: anId, mail: words, note: optional }, inner)],
    },
    settings,
  ),
  'postal_registries',
);

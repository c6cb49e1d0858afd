import assert from 'node:assert/strict';
import { endpoints } from '#server/http/endpoint.ts';
import { codeMessage } from '#server/identity/index.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { aSubmitted } from '../../support/petitions.ts';
import { RIGHT } from '../../support/right-bodies.ts';

const ROLES = [
  ...(['visitor', 'holder', 'resident', 'operator', 'executor', 'controller', 'head'] as const),
  ...(['auditor', 'administrator'] as const),
] as const;
type Role = (typeof ROLES)[number];
/** `in`: past the door, whatever comes then; a number: refused with it. */
type Verdict = 'in' | 401 | 403 | 404;
type Row = readonly [call: string, path: string, body: object | undefined, ...verdicts: Verdict[]];

/** The register’s case here is another person’s: neither opened by the holder, nor of the resident’s phone, nor of the executor’s unit. */
const CASE = '{case}';
const MOVE = { expectedVersion: 0 };
const THEIRS = `/api/v1/appeals/${CASE}`;
const UNSETTLED = { reason: 'Увечері він знову не горить.' };
const REPLIED = { reply: 'Опора номер 17.' };
const WITHDRAWN = { explanation: 'Ліхтар уже полагодили сусіди.' };
const REDACT = '/api/v1/register/{id}/photos/{photoId}/redact';
const OTHERS = '/api/v1/register/{id}/others';
const SIGNED_FILES = '/api/v1/register/{id}/signed-files';
const REVEAL = '/api/v1/register/{id}/reveal';
const SWITCH = '/api/v1/register/{id}/switch-texts';
const SETTLE = '/api/v1/register/{id}/feedback/settle';
const IMPORT = `/api/v1/reference/districts/import/${'0'.repeat(64)}`;
/** An id that nothing has. */
const NOBODY = 'f'.repeat(24);
const VIEW = `/api/v1/desk/views/${NOBODY}`;
const BULK = `/api/v1/bulk/${NOBODY}`;
const ITEM = `/api/v1/post/items/${NOBODY}`;
const REGISTRY = `/api/v1/post/registries/${NOBODY}`;
const RESEND = `/api/v1/messages/${NOBODY}/resend`;
const JOURNAL = `/api/v1/number-reservations/${NOBODY}`;
const CALL = `/api/v1/post/calls/${NOBODY}/outcome`;
const NO_VERSIONS = `/api/v1/templates/${NOBODY}/versions`;
const MESSAGE_TEXT = '/api/v1/message-texts/appeal.returned';
const RULE = `/api/v1/routing/rules/${NOBODY}`;
const PHOTOS = `/api/v1/register/${CASE}/photos`;
const NOTES = `/api/v1/register/${CASE}/notes`;
const LINKS = `/api/v1/register/${CASE}/links`;
const LINK = { label: 'ТОВ «Ремонтник»', days: 14 };
const NOTE = { text: 'Звірити з минулорічним зверненням.' };
const ALIKE = `/api/v1/register/${CASE}/alike`;
const COLLEAGUES = `/api/v1/register/${CASE}/colleagues`;
/** Whoever may do it is told that it is not there. */
const NO_PHOTO = `${PHOTOS}/${NOBODY}`;
/** The petition here was sent a moment ago, by somebody else. */
const PETITION = '{petition}';
const AT_DESK = `/api/v1/desk/petitions/${PETITION}`;
const OWN_PETITION = `/api/v1/petitions/${PETITION}`;
/** Of a version that it never had: whoever may move it is told so, and it stays for the next of them. */
const LATER = { expectedVersion: 9_999 };
const HELD = `${AT_DESK}/signatures/held`;
const RELEASE = `${AT_DESK}/signatures/release`;
const REMOVE = `${AT_DESK}/signatures/remove`;
const { applicant, contact } = aDraft();
/** The case here is not public, so nobody can join it. */
const JOINING = { applicant, contact };
/** Who may knock where, by hand; the columns are those of ROLES. The last row ends the sessions of all. */
const TABLE: readonly Row[] = [
  ['GET /api/v1/catalogue', '', undefined, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/places', '', undefined, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/places/at', '', undefined, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/districts', '', undefined, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/legal-clock', '', undefined, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['POST /api/v1/phone-codes', '', {}, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['POST /api/v1/email-codes', '', {}, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['POST /api/v1/sessions', '', {}, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/me', '', undefined, 401, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['POST /api/v1/appeals', '', aDraft(), 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/my/appeals', '', undefined, 401, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/appeals/{id}', `/api/v1/appeals/${CASE}`, undefined, 404, 404, 404, 'in', 404, 'in', 'in', 404, 404],
  ['GET /api/v1/appeals', '', undefined, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  [
    'GET /api/v1/map/{z}/{x}/{y}',
    '/api/v1/map/11/1198/723',
    undefined,
    'in',
    'in',
    'in',
    'in',
    'in',
    'in',
    'in',
    'in',
    'in',
  ],
  ['POST /api/v1/appeals/{id}/resolved', `${THEIRS}/resolved`, {}, 404, 404, 404, 403, 404, 403, 403, 404, 404],
  [
    'POST /api/v1/appeals/{id}/not-resolved',
    `${THEIRS}/not-resolved`,
    UNSETTLED,
    404,
    404,
    404,
    403,
    404,
    403,
    403,
    404,
    404,
  ],
  ['POST /api/v1/appeals/{id}/reply', `${THEIRS}/reply`, REPLIED, 404, 404, 404, 'in', 404, 403, 403, 404, 404],
  ['POST /api/v1/appeals/{id}/withdraw', `${THEIRS}/withdraw`, WITHDRAWN, 404, 404, 404, 'in', 404, 403, 403, 404, 404],
  [
    'POST /api/v1/appeals/{id}/join',
    `/api/v1/appeals/${CASE}/join`,
    JOINING,
    404,
    404,
    404,
    404,
    404,
    404,
    404,
    404,
    404,
  ],
  ['GET /api/v1/desk/petitions', '', undefined, 401, 403, 403, 'in', 403, 403, 'in', 403, 403],
  ['GET /api/v1/desk/petitions/{id}', AT_DESK, undefined, 401, 403, 403, 'in', 404, 404, 'in', 404, 404],
  [
    'POST /api/v1/desk/petitions/{id}/{verb}',
    `${AT_DESK}/publish`,
    LATER,
    401,
    403,
    403,
    'in',
    404,
    404,
    403,
    404,
    404,
  ],
  [
    'POST /api/v1/desk/petitions/{id}/{verb}',
    `${AT_DESK}/announce`,
    LATER,
    401,
    403,
    403,
    403,
    404,
    404,
    'in',
    404,
    404,
  ],
  ['GET /api/v1/desk/petitions/{id}/signatures/held', HELD, undefined, 401, 403, 403, 'in', 404, 404, 403, 404, 404],
  [
    'GET /api/v1/desk/petitions/{id}/anomalies',
    `${AT_DESK}/anomalies`,
    undefined,
    401,
    403,
    403,
    'in',
    404,
    404,
    403,
    404,
    404,
  ],
  [
    'POST /api/v1/desk/petitions/{id}/signatures/release',
    RELEASE,
    RIGHT['/api/v1/desk/petitions/{id}/signatures/release'],
    401,
    403,
    403,
    'in',
    404,
    404,
    403,
    404,
    404,
  ],
  [
    'POST /api/v1/desk/petitions/{id}/signatures/remove',
    REMOVE,
    RIGHT['/api/v1/desk/petitions/{id}/signatures/remove'],
    401,
    403,
    403,
    'in',
    404,
    404,
    403,
    404,
    404,
  ],
  ['GET /api/v1/desk/petition-charter', '', undefined, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/desk/petition-charter', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  [
    'POST /api/v1/petitions/{id}/revise',
    `${OWN_PETITION}/revise`,
    RIGHT['/api/v1/petitions/{id}/revise'],
    404,
    404,
    404,
    403,
    404,
    404,
    403,
    404,
    404,
  ],
  [
    'POST /api/v1/petitions/{id}/withdraw',
    `${OWN_PETITION}/withdraw`,
    LATER,
    404,
    404,
    404,
    403,
    404,
    404,
    403,
    404,
    404,
  ],
  ['GET /api/v1/register/{id}/links', LINKS, undefined, 401, 403, 403, 'in', 404, 'in', 'in', 404, 404],
  ['POST /api/v1/register/{id}/links', LINKS, LINK, 401, 403, 403, 'in', 404, 403, 'in', 404, 404],
  [
    'POST /api/v1/register/{id}/links/{linkId}/revoke',
    `${LINKS}/${NOBODY}/revoke`,
    {},
    401,
    403,
    403,
    404,
    404,
    403,
    404,
    404,
    404,
  ],
  ['GET /api/v1/register/{id}/notes', NOTES, undefined, 401, 403, 403, 'in', 404, 'in', 'in', 404, 404],
  ['POST /api/v1/register/{id}/notes', NOTES, NOTE, 401, 403, 403, 'in', 404, 'in', 'in', 404, 404],
  [
    'POST /api/v1/register/{id}/notes/{noteId}/edit',
    `${NOTES}/${NOBODY}/edit`,
    NOTE,
    401,
    403,
    403,
    404,
    404,
    404,
    404,
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/notes/{noteId}/withdraw',
    `${NOTES}/${NOBODY}/withdraw`,
    {},
    401,
    403,
    403,
    404,
    404,
    404,
    404,
    404,
    404,
  ],
  ['POST /api/v1/register/{id}/notes/seen', `${NOTES}/seen`, {}, 401, 403, 403, 'in', 404, 'in', 'in', 404, 404],
  ['GET /api/v1/register/{id}/alike', ALIKE, undefined, 401, 403, 403, 'in', 404, 'in', 'in', 404, 404],
  ['GET /api/v1/register/{id}/colleagues', COLLEAGUES, undefined, 401, 403, 403, 'in', 404, 'in', 'in', 404, 404],
  ['GET /api/v1/mentions', '', undefined, 401, 403, 403, 'in', 'in', 'in', 'in', 'in', 'in'],
  ['POST /api/v1/register/appeals', '', {}, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['GET /api/v1/register', '', undefined, 401, 403, 403, 'in', 'in', 'in', 'in', 'in', 'in'],
  [
    'GET /api/v1/register/map',
    '/api/v1/register/map?bbox=30.6,46.3,30.9,46.6&zoom=12',
    undefined,
    401,
    403,
    403,
    'in',
    'in',
    'in',
    'in',
    'in',
    'in',
  ],
  ['GET /api/v1/register/{id}', `/api/v1/register/${CASE}`, undefined, 401, 403, 403, 'in', 404, 'in', 'in', 404, 404],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/register`,
    MOVE,
    401,
    403,
    403,
    'in',
    404,
    403,
    403,
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/assign`,
    MOVE,
    401,
    403,
    403,
    'in',
    404,
    403,
    'in',
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/accept`,
    MOVE,
    401,
    403,
    403,
    403,
    404,
    403,
    403,
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/decline`,
    MOVE,
    401,
    403,
    403,
    403,
    404,
    403,
    403,
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/draft`,
    MOVE,
    401,
    403,
    403,
    403,
    404,
    403,
    403,
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/rework`,
    MOVE,
    401,
    403,
    403,
    403,
    404,
    'in',
    'in',
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/answer`,
    MOVE,
    401,
    403,
    403,
    403,
    404,
    403,
    'in',
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/close`,
    MOVE,
    401,
    403,
    403,
    403,
    404,
    'in',
    'in',
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/reopen`,
    MOVE,
    401,
    403,
    403,
    403,
    404,
    'in',
    'in',
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/publish`,
    MOVE,
    401,
    403,
    403,
    'in',
    404,
    'in',
    403,
    404,
    404,
  ],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/hide`,
    MOVE,
    401,
    403,
    403,
    'in',
    404,
    'in',
    403,
    404,
    404,
  ],
  ['POST /api/v1/register/{id}/photos', PHOTOS, undefined, 401, 403, 403, 'in', 404, 'in', 403, 404, 404],
  ['DELETE /api/v1/register/{id}/photos/{photoId}', NO_PHOTO, undefined, 401, 403, 403, 404, 404, 404, 403, 404, 404],
  [`POST ${REDACT}`, `${NO_PHOTO}/redact`, { rectangles: [] }, 401, 403, 403, 404, 404, 404, 403, 404, 404],
  [`POST ${SETTLE}`, `/api/v1/register/${CASE}/feedback/settle`, {}, 401, 403, 403, 403, 404, 'in', 'in', 404, 404],
  ['GET /api/v1/signature-folder', '', undefined, 401, 403, 403, 403, 403, 403, 'in', 403, 403],
  ['POST /api/v1/signature-folder/files', '', undefined, 401, 403, 403, 403, 403, 403, 'in', 403, 403],
  [
    `POST ${SIGNED_FILES}`,
    `/api/v1/register/${CASE}/signed-files`,
    undefined,
    401,
    403,
    403,
    403,
    403,
    403,
    'in',
    403,
    403,
  ],
  [`GET ${OTHERS}`, `/api/v1/register/${CASE}/others`, undefined, 401, 403, 403, 'in', 404, 'in', 'in', 404, 404],
  [`POST ${REVEAL}`, `/api/v1/register/${CASE}/reveal`, {}, 401, 403, 403, 'in', 403, 'in', 'in', 403, 403],
  [
    `POST ${SWITCH}`,
    `/api/v1/register/${CASE}/switch-texts`,
    { applicantId: '6'.repeat(24), isOn: false },
    401,
    403,
    403,
    'in',
    404,
    403,
    403,
    404,
    404,
  ],
  ['GET /api/v1/audit', '', undefined, 401, 403, 403, 403, 403, 403, 403, 'in', 'in'],
  ['GET /api/v1/reports', '', undefined, 401, 403, 403, 'in', 403, 'in', 403, 403, 403],
  [
    'POST /api/v1/reports/{id}/settle',
    `/api/v1/reports/${NOBODY}/settle`,
    {},
    401,
    403,
    403,
    'in',
    403,
    'in',
    403,
    403,
    403,
  ],
  ['GET /api/v1/reports/journal', '', undefined, 401, 403, 403, 'in', 403, 'in', 'in', 403, 403],
  ['GET /api/v1/reports/quarter', '', undefined, 401, 403, 403, 'in', 403, 'in', 'in', 403, 403],
  ['GET /api/v1/reports/half-year', '', undefined, 401, 403, 403, 'in', 403, 'in', 'in', 403, 403],
  ['GET /api/v1/reports/discipline', '', undefined, 401, 403, 403, 'in', 403, 'in', 'in', 403, 403],
  ['GET /api/v1/reports/promises', '', undefined, 401, 403, 403, 'in', 403, 'in', 'in', 403, 403],
  ['GET /api/v1/reports/executors', '', undefined, 401, 403, 403, 'in', 403, 'in', 'in', 403, 403],
  ['GET /api/v1/publicity', '', undefined, 401, 403, 403, 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/delegations', '', undefined, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/publicity', '', {}, 401, 403, 403, 403, 403, 'in', 403, 403, 403],
  ['GET /api/v1/staff', '', undefined, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  [
    'GET /api/v1/reference/{kind}',
    '/api/v1/reference/districts',
    undefined,
    401,
    403,
    403,
    403,
    403,
    403,
    403,
    403,
    'in',
  ],
  ['POST /api/v1/reference/{kind}', '/api/v1/reference/districts', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  [
    'POST /api/v1/reference/{kind}/trial',
    '/api/v1/reference/districts/trial',
    {},
    401,
    403,
    403,
    403,
    403,
    403,
    403,
    403,
    'in',
  ],
  ['POST /api/v1/reference/{kind}/import/{hash}', IMPORT, {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/people/search', '', {}, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['GET /api/v1/desk/views', '', undefined, 401, 403, 403, 'in', 'in', 'in', 'in', 'in', 'in'],
  ['POST /api/v1/desk/views', '', {}, 401, 403, 403, 'in', 'in', 'in', 'in', 'in', 'in'],
  ['DELETE /api/v1/desk/views/{id}', VIEW, undefined, 401, 403, 403, 404, 404, 404, 404, 404, 404],
  ['POST /api/v1/bulk/preview', '', {}, 401, 403, 403, 'in', 'in', 'in', 'in', 'in', 'in'],
  ['POST /api/v1/bulk', '', {}, 401, 403, 403, 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/bulk/{id}', BULK, undefined, 401, 403, 403, 404, 404, 404, 404, 404, 404],
  ['DELETE /api/v1/bulk/{id}', BULK, undefined, 401, 403, 403, 404, 404, 404, 404, 404, 404],
  ['GET /api/v1/number-reservations', '', undefined, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['GET /api/v1/number-reservations/{id}', JOURNAL, undefined, 401, 403, 403, 404, 403, 403, 403, 403, 403],
  ['POST /api/v1/number-reservations', '', {}, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['POST /api/v1/number-reservations/{id}/close', `${JOURNAL}/close`, {}, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['GET /api/v1/statistics', '', undefined, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/message-statistics', '', undefined, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  ['GET /api/v1/messages/health', '', undefined, 401, 403, 403, 'in', 403, 403, 403, 403, 'in'],
  ['GET /api/v1/messages', '', undefined, 401, 403, 403, 'in', 403, 403, 403, 403, 'in'],
  [
    'POST /api/v1/messages/{id}/resend',
    RESEND,
    { reason: 'not_received' },
    401,
    403,
    403,
    404,
    403,
    403,
    403,
    403,
    403,
  ],
  ['GET /api/v1/message-money', '', undefined, 401, 403, 403, 'in', 403, 403, 403, 403, 'in'],
  ['POST /api/v1/message-money/budgets', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/message-money/prices', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['GET /api/v1/post/items', '', undefined, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['POST /api/v1/post/items/{id}/tracking', `${ITEM}/tracking`, {}, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['POST /api/v1/post/items/{id}/again', `${ITEM}/again`, {}, 401, 403, 403, 404, 403, 403, 403, 403, 403],
  ['POST /api/v1/post/items/{id}/outcome', `${ITEM}/outcome`, {}, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['POST /api/v1/post/registries', '', {}, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['GET /api/v1/post/registries', '', undefined, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['GET /api/v1/post/registries/{id}', REGISTRY, undefined, 401, 403, 403, 404, 403, 403, 403, 403, 403],
  ['GET /api/v1/post/calls', '', undefined, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  ['POST /api/v1/post/calls/{id}/outcome', CALL, {}, 401, 403, 403, 'in', 403, 403, 403, 403, 403],
  [
    'GET /api/v1/register/{id}/post',
    `/api/v1/register/${CASE}/post`,
    undefined,
    401,
    403,
    403,
    'in',
    404,
    'in',
    'in',
    404,
    404,
  ],
  ['GET /api/v1/templates', '', undefined, 401, 403, 403, 'in', 'in', 'in', 'in', 'in', 'in'],
  ['POST /api/v1/templates', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/templates/{id}', `/api/v1/templates/${NOBODY}`, {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['GET /api/v1/templates/{id}/versions', NO_VERSIONS, undefined, 401, 403, 403, 403, 403, 403, 403, 403, 404],
  ['GET /api/v1/message-texts', '', undefined, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/message-texts/{template}', MESSAGE_TEXT, {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['GET /api/v1/routing/rules', '', undefined, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/routing/rules', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/routing/order', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/routing/trial', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/routing/rules/{id}/switch', `${RULE}/switch`, {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/routing/rules/{id}/remove', `${RULE}/remove`, {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  [
    'GET /api/v1/register/{id}/routing',
    `/api/v1/register/${CASE}/routing`,
    undefined,
    401,
    403,
    403,
    'in',
    404,
    'in',
    'in',
    404,
    404,
  ],
  ['POST /api/v1/calendar/preview', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/calendar/changes', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['GET /api/v1/calendar/martial-law', '', undefined, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/calendar/martial-law/preview', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/calendar/martial-law/changes', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/staff', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/staff/{id}', `/api/v1/staff/${NOBODY}`, {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/staff/{id}/{deed}', `/api/v1/staff/${NOBODY}/lock`, {}, 401, 403, 403, 403, 403, 403, 403, 403, 404],
  ['POST /api/v1/roles', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['DELETE /api/v1/roles/{role}', '/api/v1/roles/wizard', undefined, 401, 403, 403, 403, 403, 403, 403, 403, 404],
  ['POST /api/v1/roles/{role}', '/api/v1/roles/operator', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  ['POST /api/v1/delegations', '', {}, 401, 403, 403, 403, 403, 403, 403, 403, 'in'],
  [
    'POST /api/v1/delegations/{id}/revoke',
    `/api/v1/delegations/${NOBODY}/revoke`,
    {},
    401,
    403,
    403,
    403,
    403,
    403,
    403,
    403,
    404,
  ],
  ['DELETE /api/v1/sessions/current', '', undefined, 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
];
const REFUSALS: Readonly<Record<number, string>> = { 401: 'sign-in.required', 403: 'not-allowed', 404: 'not-found' };

describe('http: who may knock where', () => {
  const city = useCity();
  let caseId = '';
  let petitionId = '';
  const callers = {} as Record<Role, () => Promise<Api>>;

  before(async () => {
    caseId = (await city.api.post('/api/v1/appeals', aDraft({ contact: { phone: '050 000 00 01' } }))).body.id;
    petitionId = String((await aSubmitted())._id);
    const own = (await city.api.post('/api/v1/appeals', aDraft())).body;
    const { number, accessCode } = own;
    callers.visitor = async () => city.api;
    callers.holder = async () =>
      city.api.as((await city.api.post('/api/v1/sessions', { number, accessCode })).body.token);
    const { codeId } = (await city.api.post('/api/v1/phone-codes', { phone: '067 123 45 67' })).body;
    const code = (await codeMessage(codeId))?.code;
    const { token } = (await city.api.post('/api/v1/sessions', { codeId, code })).body;
    callers.resident = async () => city.api.as(token);
    for (const login of ['operator', 'executor', 'controller', 'head', 'auditor', 'administrator'] as const)
      callers[login] = () => city.staff(login);
  });

  it('is said here of every endpoint that is mounted', () => {
    const mounted = endpoints().map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual([...new Set(TABLE.map(([call]) => call))].sort(), mounted.sort());
    for (const [call, , , ...verdicts] of TABLE) assert.equal(verdicts.length, ROLES.length, call);
  });

  for (const [call, path, body, ...verdicts] of TABLE) {
    const [method = '', pattern = ''] = call.split(' ');
    it(`${method} ${path || pattern}`, async () => {
      for (const [i, role] of ROLES.entries()) {
        const api = await callers[role]();
        const address = (path || pattern).replace(CASE, caseId).replace(PETITION, petitionId);
        const send = method.toLowerCase() as 'get' | 'post' | 'delete';
        const answer = await (send === 'post' ? api.post(address, body) : api[send](address));
        const expected = verdicts[i] ?? 'in';
        if (expected === 'in') assert.ok(![401, 403, 404].includes(answer.status), `${role}: ${answer.status}`);
        else assert.deepEqual([answer.status, answer.body.code], [expected, REFUSALS[expected]], role);
      }
    });
  }
});

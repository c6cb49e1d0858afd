import { CASE, NOBODY, type Row } from './roles.row.ts';

const MOVE = { expectedVersion: 0 };
const REDACT = '/api/v1/register/{id}/photos/{photoId}/redact';
const OTHERS = '/api/v1/register/{id}/others';
const SIGNED_FILES = '/api/v1/register/{id}/signed-files';
const REVEAL = '/api/v1/register/{id}/reveal';
const SWITCH = '/api/v1/register/{id}/switch-texts';
const SETTLE = '/api/v1/register/{id}/feedback/settle';
const PHOTOS = `/api/v1/register/${CASE}/photos`;
const NOTES = `/api/v1/register/${CASE}/notes`;
const LINKS = `/api/v1/register/${CASE}/links`;
const LINK = { label: 'ТОВ «Ремонтник»', days: 14 };
const NOTE = { text: 'Звірити з минулорічним зверненням.' };
const ALIKE = `/api/v1/register/${CASE}/alike`;
const COLLEAGUES = `/api/v1/register/${CASE}/colleagues`;
/** Whoever may do it is told that it is not there. */
const NO_PHOTO = `${PHOTOS}/${NOBODY}`;
/** Who may knock where: a case at the desk, by hand; the columns are those of ROLES. */
export const CASES: readonly Row[] = [
  ['GET /api/v1/register/{id}/links', LINKS, undefined, '401 403 403 in 404 in in 404 404'],
  ['POST /api/v1/register/{id}/links', LINKS, LINK, '401 403 403 in 404 403 in 404 404'],
  [
    'POST /api/v1/register/{id}/links/{linkId}/revoke',
    `${LINKS}/${NOBODY}/revoke`,
    {},
    '401 403 403 404 404 403 404 404 404',
  ],
  ['GET /api/v1/register/{id}/notes', NOTES, undefined, '401 403 403 in 404 in in 404 404'],
  ['POST /api/v1/register/{id}/notes', NOTES, NOTE, '401 403 403 in 404 in in 404 404'],
  [
    'POST /api/v1/register/{id}/notes/{noteId}/edit',
    `${NOTES}/${NOBODY}/edit`,
    NOTE,
    '401 403 403 404 404 404 404 404 404',
  ],
  [
    'POST /api/v1/register/{id}/notes/{noteId}/withdraw',
    `${NOTES}/${NOBODY}/withdraw`,
    {},
    '401 403 403 404 404 404 404 404 404',
  ],
  ['POST /api/v1/register/{id}/notes/seen', `${NOTES}/seen`, {}, '401 403 403 in 404 in in 404 404'],
  ['GET /api/v1/register/{id}/alike', ALIKE, undefined, '401 403 403 in 404 in in 404 404'],
  ['GET /api/v1/register/{id}/colleagues', COLLEAGUES, undefined, '401 403 403 in 404 in in 404 404'],
  ['GET /api/v1/mentions', '', undefined, '401 403 403 in in in in in in'],
  ['POST /api/v1/register/appeals', '', {}, '401 403 403 in 403 403 403 403 403'],
  ['GET /api/v1/register', '', undefined, '401 403 403 in in in in in in'],
  [
    'GET /api/v1/register/map',
    '/api/v1/register/map?bbox=30.6,46.3,30.9,46.6&zoom=12',
    undefined,
    '401 403 403 in in in in in in',
  ],
  ['GET /api/v1/register/{id}', `/api/v1/register/${CASE}`, undefined, '401 403 403 in 404 in in 404 404'],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/register`,
    MOVE,
    '401 403 403 in 404 403 403 404 404',
  ],
  ['POST /api/v1/register/{id}/{verb}', `/api/v1/register/${CASE}/assign`, MOVE, '401 403 403 in 404 403 in 404 404'],
  ['POST /api/v1/register/{id}/{verb}', `/api/v1/register/${CASE}/accept`, MOVE, '401 403 403 403 404 403 403 404 404'],
  [
    'POST /api/v1/register/{id}/{verb}',
    `/api/v1/register/${CASE}/decline`,
    MOVE,
    '401 403 403 403 404 403 403 404 404',
  ],
  ['POST /api/v1/register/{id}/{verb}', `/api/v1/register/${CASE}/draft`, MOVE, '401 403 403 403 404 403 403 404 404'],
  ['POST /api/v1/register/{id}/{verb}', `/api/v1/register/${CASE}/rework`, MOVE, '401 403 403 403 404 in in 404 404'],
  ['POST /api/v1/register/{id}/{verb}', `/api/v1/register/${CASE}/answer`, MOVE, '401 403 403 403 404 403 in 404 404'],
  ['POST /api/v1/register/{id}/{verb}', `/api/v1/register/${CASE}/close`, MOVE, '401 403 403 403 404 in in 404 404'],
  ['POST /api/v1/register/{id}/{verb}', `/api/v1/register/${CASE}/reopen`, MOVE, '401 403 403 403 404 in in 404 404'],
  ['POST /api/v1/register/{id}/{verb}', `/api/v1/register/${CASE}/publish`, MOVE, '401 403 403 in 404 in 403 404 404'],
  ['POST /api/v1/register/{id}/{verb}', `/api/v1/register/${CASE}/hide`, MOVE, '401 403 403 in 404 in 403 404 404'],
  ['POST /api/v1/register/{id}/photos', PHOTOS, undefined, '401 403 403 in 404 in 403 404 404'],
  ['DELETE /api/v1/register/{id}/photos/{photoId}', NO_PHOTO, undefined, '401 403 403 404 404 404 403 404 404'],
  [`POST ${REDACT}`, `${NO_PHOTO}/redact`, { rectangles: [] }, '401 403 403 404 404 404 403 404 404'],
  [`POST ${SETTLE}`, `/api/v1/register/${CASE}/feedback/settle`, {}, '401 403 403 403 404 in in 404 404'],
  ['GET /api/v1/signature-folder', '', undefined, '401 403 403 403 403 403 in 403 403'],
  ['POST /api/v1/signature-folder/files', '', undefined, '401 403 403 403 403 403 in 403 403'],
  [`POST ${SIGNED_FILES}`, `/api/v1/register/${CASE}/signed-files`, undefined, '401 403 403 403 403 403 in 403 403'],
  [`GET ${OTHERS}`, `/api/v1/register/${CASE}/others`, undefined, '401 403 403 in 404 in in 404 404'],
  [`POST ${REVEAL}`, `/api/v1/register/${CASE}/reveal`, {}, '401 403 403 in 403 in in 403 403'],
  [
    `POST ${SWITCH}`,
    `/api/v1/register/${CASE}/switch-texts`,
    { applicantId: '6'.repeat(24), isOn: false },
    '401 403 403 in 404 403 403 404 404',
  ],
];

import { aDraft } from '../../support/appeals.ts';
import { CASE, type Row } from './roles.row.ts';

const THEIRS = `/api/v1/appeals/${CASE}`;
const UNSETTLED = { reason: 'Увечері він знову не горить.' };
const REPLIED = { reply: 'Опора номер 17.' };
const WITHDRAWN = { explanation: 'Ліхтар уже полагодили сусіди.' };
const { applicant, contact } = aDraft();
/** The case here is not public, so nobody can join it. */
const JOINING = { applicant, contact };
/** Who may knock where: what residents and visitors do, by hand; the columns are those of ROLES. */
export const RESIDENTS: readonly Row[] = [
  ['GET /api/v1/catalogue', '', undefined, 'in in in in in in in in in'],
  ['GET /api/v1/places', '', undefined, 'in in in in in in in in in'],
  ['GET /api/v1/places/at', '', undefined, 'in in in in in in in in in'],
  ['GET /api/v1/districts', '', undefined, 'in in in in in in in in in'],
  ['GET /api/v1/legal-clock', '', undefined, 'in in in in in in in in in'],
  ['POST /api/v1/phone-codes', '', {}, 'in in in in in in in in in'],
  ['POST /api/v1/email-codes', '', {}, 'in in in in in in in in in'],
  ['POST /api/v1/sessions', '', {}, 'in in in in in in in in in'],
  ['GET /api/v1/me', '', undefined, '401 in in in in in in in in'],
  ['POST /api/v1/appeals', '', aDraft(), 'in in in in in in in in in'],
  ['GET /api/v1/my/appeals', '', undefined, '401 in in in in in in in in'],
  ['GET /api/v1/appeals/{id}', `/api/v1/appeals/${CASE}`, undefined, '404 404 404 in 404 in in 404 404'],
  ['GET /api/v1/appeals', '', undefined, 'in in in in in in in in in'],
  ['GET /api/v1/map/{z}/{x}/{y}', '/api/v1/map/11/1198/723', undefined, 'in in in in in in in in in'],
  ['POST /api/v1/appeals/{id}/resolved', `${THEIRS}/resolved`, {}, '404 404 404 403 404 403 403 404 404'],
  [
    'POST /api/v1/appeals/{id}/not-resolved',
    `${THEIRS}/not-resolved`,
    UNSETTLED,
    '404 404 404 403 404 403 403 404 404',
  ],
  ['POST /api/v1/appeals/{id}/reply', `${THEIRS}/reply`, REPLIED, '404 404 404 in 404 403 403 404 404'],
  ['POST /api/v1/appeals/{id}/withdraw', `${THEIRS}/withdraw`, WITHDRAWN, '404 404 404 in 404 403 403 404 404'],
  ['POST /api/v1/appeals/{id}/join', `/api/v1/appeals/${CASE}/join`, JOINING, '404 404 404 404 404 404 404 404 404'],
];

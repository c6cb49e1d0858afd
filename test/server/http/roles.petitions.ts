import { RIGHT } from '../../support/right-bodies.ts';
import { NOBODY, PETITION, type Row } from './roles.row.ts';

const AT_DESK = `/api/v1/desk/petitions/${PETITION}`;
const OWN_PETITION = `/api/v1/petitions/${PETITION}`;
/** Of a number that none has: it is nobody's. */
const NO_PETITION = '/api/v1/petitions/999999';
/** Of a version that it never had: whoever may move it is told so, and it stays for the next of them. */
const LATER = { expectedVersion: 9_999 };
const HELD = `${AT_DESK}/signatures/held`;
const RELEASE = `${AT_DESK}/signatures/release`;
const REMOVE = `${AT_DESK}/signatures/remove`;
/** Who may knock where: petitions, by hand; the columns are those of ROLES. */
export const PETITIONS: readonly Row[] = [
  ['GET /api/v1/petitions', '', undefined, 'in in in in in in in in in'],
  ['GET /api/v1/petitions/{number}', NO_PETITION, undefined, '404 404 404 404 404 404 404 404 404'],
  [
    'GET /api/v1/petitions/{number}/signatures',
    `${NO_PETITION}/signatures`,
    undefined,
    '404 404 404 404 404 404 404 404 404',
  ],
  [
    'GET /api/v1/petitions/{number}/signatures/{leaf}',
    `${NO_PETITION}/signatures/${'0'.repeat(64)}`,
    undefined,
    '404 404 404 404 404 404 404 404 404',
  ],
  ['POST /api/v1/petitions', '', {}, 'in in in in in in in in in'],
  ['POST /api/v1/petitions/{id}/codes', `/api/v1/petitions/${NOBODY}/codes`, {}, '404 404 404 404 404 404 404 404 404'],
  [
    'POST /api/v1/petitions/{id}/confirm',
    `/api/v1/petitions/${NOBODY}/confirm`,
    RIGHT['/api/v1/petitions/{id}/confirm'],
    '404 404 404 404 404 404 404 404 404',
  ],
  [
    'POST /api/v1/petitions/{number}/proofs',
    `${NO_PETITION}/proofs`,
    RIGHT['/api/v1/petitions/{number}/proofs'],
    '404 404 404 404 404 404 404 404 404',
  ],
  [
    'POST /api/v1/petitions/{number}/signatures',
    `${NO_PETITION}/signatures`,
    RIGHT['/api/v1/petitions/{number}/signatures'],
    '404 404 404 404 404 404 404 404 404',
  ],
  ['GET /api/v1/desk/petitions', '', undefined, '401 403 403 in 403 403 in 403 403'],
  ['POST /api/v1/desk/petitions/forwarded', '', {}, '401 403 403 in 403 403 403 403 403'],
  ['GET /api/v1/desk/petitions/{id}', AT_DESK, undefined, '401 403 403 in 404 404 in 404 404'],
  ['POST /api/v1/desk/petitions/{id}/{verb}', `${AT_DESK}/publish`, LATER, '401 403 403 in 404 404 403 404 404'],
  ['POST /api/v1/desk/petitions/{id}/{verb}', `${AT_DESK}/announce`, LATER, '401 403 403 403 404 404 in 404 404'],
  ['GET /api/v1/desk/petitions/{id}/signatures/held', HELD, undefined, '401 403 403 in 404 404 403 404 404'],
  [
    'GET /api/v1/desk/petitions/{id}/anomalies',
    `${AT_DESK}/anomalies`,
    undefined,
    '401 403 403 in 404 404 403 404 404',
  ],
  [
    'POST /api/v1/desk/petitions/{id}/signatures/release',
    RELEASE,
    RIGHT['/api/v1/desk/petitions/{id}/signatures/release'],
    '401 403 403 in 404 404 403 404 404',
  ],
  [
    'POST /api/v1/desk/petitions/{id}/signatures/remove',
    REMOVE,
    RIGHT['/api/v1/desk/petitions/{id}/signatures/remove'],
    '401 403 403 in 404 404 403 404 404',
  ],
  ['GET /api/v1/desk/petition-charter', '', undefined, '401 403 403 403 403 403 403 403 in'],
  ['POST /api/v1/desk/petition-charter', '', {}, '401 403 403 403 403 403 403 403 in'],
  [
    'POST /api/v1/petitions/{id}/revise',
    `${OWN_PETITION}/revise`,
    RIGHT['/api/v1/petitions/{id}/revise'],
    '404 404 404 403 404 404 403 404 404',
  ],
  ['POST /api/v1/petitions/{id}/withdraw', `${OWN_PETITION}/withdraw`, LATER, '404 404 404 403 404 404 403 404 404'],
];

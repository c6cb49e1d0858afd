import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DepartmentModel } from '#server/catalogue/index.ts';
import { hashPassword, RoleModel, StaffModel } from '#server/identity/index.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { runTask } from './run-task.ts';

const text = { type: 'string' } as const;
const USAGE = 'add-staff --login LOGIN --name NAME --post POST --role ROLE [--role ROLE] [--department NAME]';

/** What was typed; throws the usage where something is lacking. */
function readArgs() {
  const options = { login: text, name: text, post: text, role: { ...text, multiple: true }, department: text } as const;
  const { login, name, post, role: roles = [], department } = parseArgs({ options }).values;
  if (!login || !name || !post || roles.length === 0) throw new Error(USAGE);
  return { login, name, post, roles, department };
}
/** The id of a unit by its Ukrainian name, in full. */
async function departmentNamed(name: string) {
  const found = await DepartmentModel.findOne({ uk: name }).lean();
  if (found) return found._id;
  const all = await DepartmentModel.find().sort({ uk: 1 }).lean();
  throw new Error(`no unit of that name; there are: ${all.map(({ uk }) => uk).join('; ')}`);
}

/** Makes an account for a member of staff, and prints the password that it chose: it is kept nowhere. */
await runTask('add-staff', async () => {
  const { login, name, post, roles, department } = readArgs();
  const known = (await RoleModel.find().lean()).map(({ _id }) => _id);
  const unknown = roles.filter((role) => !known.includes(role));
  if (unknown.length > 0) throw new Error(`no role ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  const departmentId = department ? await departmentNamed(department) : null;
  const password = randomBytes(12).toString('base64url');
  await StaffModel.create({
    ...{ login, name, post, roles, departmentId },
    passwordHash: await hashPassword(password),
  }).catch((error: unknown) => {
    throw isDuplicate(error) ? new Error(`there is an account ${login} already`) : error;
  });
  return `Account: ${login}  password: ${password}`;
});

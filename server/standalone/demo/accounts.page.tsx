import { renderDocument } from '#server/pages/document.tsx';
import { frameOf } from '#server/pages/frame.ts';
import type { DemoAccount } from '#server/seeds/demo-city.ts';
import { demo } from './demo.words.ts';

/** The demo's logins as a page. */
export const accountsPage = (accounts: readonly DemoAccount[]): string =>
  renderDocument(
    frameOf({ lang: 'uk', path: '/dev/accounts', isSignedIn: false }, demo.accounts),
    <>
      <h1>{demo.accounts}</h1>
      <p>{demo.accountsHint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{demo.role}</th>
            <th scope="col">{demo.login}</th>
            <th scope="col">{demo.password}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ role, login, password }) => (
            <tr key={login}>
              <td>{demo.roles[role as keyof typeof demo.roles] ?? role}</td>
              <td>
                <code>{login}</code>
              </td>
              <td>
                <code>{password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href="/desk">{demo.toDesk}</a>
      </p>
    </>,
    { isPrivate: true },
  );

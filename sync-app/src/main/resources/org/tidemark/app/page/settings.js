// The server, signing in, notices, a report.
import { post } from './api.js';
import { button, el, labelled } from './dom.js';
import { attempt, problemBox } from './problems.js';
import { replace } from './redraw.js';
import { isSignedOut, network, time } from './words.js';

export function settingsView(root, parameters, app) {
  const facts = el('dl');
  const trouble = el('div');
  const failed = el('div');
  const token = el('input', { type: 'password', autocomplete: 'off', name: 'token' });
  const refused = el('div');
  const saved = el('p', { class: 'quiet' });
  // Whether the server has yet to say something of a token.
  let isTried = false;
  let lastPull = null;
  const asking = el('p', { class: 'deeds' });
  root.append(
    el('h1', {}, 'Settings'), trouble, facts,
    el('p', { class: 'deeds' }, button('Sync now', () => attempt(failed, async () => app.live.refresh(await post('/api/sync'))))),
    failed,
    el('h2', {}, 'Sign in'),
    el('form', { onsubmit: signIn }, labelled('Token', token, el('p', { class: 'quiet' }, 'Kept in memory until the program ends, and never stored.')), refused, saved, el('p', { class: 'deeds' }, el('button', {}, 'Sign in'))),
    el('h2', {}, 'Notices'), asking,
    el('h2', {}, 'Report'),
    el('p', {}, 'A report tells a support desk how this copy stands. It holds names of records; their contents only if you say so.'),
    el('p', { class: 'deeds' }, button('Write a report', () => report(false)), button('With contents', () => report(true), { 'aria-label': 'Write a report with contents' })));

  async function signIn(event) {
    event.preventDefault();
    say('');
    const { lastPull: before } = app.live.status;
    const isTaken = await attempt(refused, async () => app.live.refresh(await post('/api/sign-in', {}, { token: token.value })));
    markToken(!isTaken);
    if (isTaken) {
      token.value = '';
      isTried = true;
      lastPull = before;
      say('Token saved; the next sync tells whether it is accepted.');
      tellToken(app.live.status);
    }
  }

  function say(words) {
    saved.textContent = words;
    app.notices.say(words);
  }

  function markToken(isWrong) {
    token.toggleAttribute('aria-invalid', isWrong);
    if (isWrong) {
      token.setAttribute('aria-invalid', 'true');
      token.focus();
    }
  }

  /** What the server says of a token that was saved. */
  function tellToken(status) {
    if (isTried && isSignedOut(status)) {
      isTried = false;
      saved.textContent = '';
      refused.replaceChildren(problemBox({ ...status.problem, sentence: 'The server did not accept this token. Get a new one, and sign in again.', recoveries: [] }));
      markToken(true);
    } else if (isTried && status.lastPull !== lastPull && !status.problem) {
      isTried = false;
      say('Signed in.');
    }
  }

  async function report(withContents) {
    await attempt(failed, async () => {
      const made = await post('/api/report', {}, { withContents });
      app.notices.show(`The report is in ${made.file}.`);
    });
  }

  function drawAsking() {
    const allowed = 'Notification' in window ? Notification.permission : 'denied';
    replace(asking,
      allowed === 'default'
        ? button('Tell me of conflicts when this page is not in front', async () => { await Notification.requestPermission(); drawAsking(); })
        : allowed === 'granted' ? 'Your system shows conflicts when this page is not in front.' : 'This browser shows notices in the page only.');
  }

  async function refresh() {
    const status = app.live.status;
    const rows = [['This copy', status.name], ['Server', status.server], ['Signed in as', status.user], ['Network', network(status)], ['Last sync', time(status.lastPull)], ['Records here', status.records], ['Data file', status.file]];
    facts.replaceChildren(...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, String(value))]));
    const problem = status.on ? status.problem ?? status.uploadProblem : null;
    replace(trouble, problem && problemBox({ ...problem, recoveries: problem.code === 'CLIENT_ID_TAKEN' ? ['RETRY'] : [] },
      { RETRY: () => attempt(failed, () => post('/api/renew-client-id')) }));
    tellToken(status);
    drawAsking();
  }

  return { title: 'Settings', topics: ['STATUS'], refresh };
}

// The server, signing in, notices, a report.
import { post } from './api.js';
import { button, el, labelled } from './dom.js';
import { attempt, problemBox } from './problems.js';
import { network, time } from './words.js';

export function settingsView(root, parameters, app) {
  const facts = el('dl');
  const trouble = el('div');
  const failed = el('div');
  const token = el('input', { type: 'password', autocomplete: 'off', name: 'token' });
  const asking = el('p', { class: 'deeds' });
  root.append(
    el('h1', {}, 'Settings'), trouble, facts,
    el('p', { class: 'deeds' }, button('Sync now', () => attempt(failed, async () => app.live.refresh(await post('/api/sync'))))),
    failed,
    el('h2', {}, 'Sign in'),
    el('form', { onsubmit: signIn }, labelled('Token', token, el('p', { class: 'quiet' }, 'Kept in memory until the program ends, and never stored.')), el('p', { class: 'deeds' }, el('button', {}, 'Sign in'))),
    el('h2', {}, 'Notices'), asking,
    el('h2', {}, 'Report'),
    el('p', {}, 'A report tells a support desk how this copy stands. It holds names of records; their contents only if you say so.'),
    el('p', { class: 'deeds' }, button('Write a report', () => report(false)), button('With contents', () => report(true), { 'aria-label': 'Write a report with contents' })));

  async function signIn(event) {
    event.preventDefault();
    if (await attempt(failed, async () => app.live.refresh(await post('/api/sign-in', {}, { token: token.value })))) {
      token.value = '';
      app.notices.say('Signed in.');
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
    asking.replaceChildren(
      allowed === 'default'
        ? button('Tell me of conflicts when this page is not in front', async () => { await Notification.requestPermission(); drawAsking(); })
        : allowed === 'granted' ? 'Your system shows conflicts when this page is not in front.' : 'This browser shows notices in the page only.');
  }

  async function refresh() {
    const status = app.live.status;
    const rows = [['This copy', status.name], ['Server', status.server], ['Signed in as', status.user], ['Network', network(status)], ['Last sync', time(status.lastPull)], ['Records here', status.records], ['Data file', status.file]];
    facts.replaceChildren(...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, String(value))]));
    const problem = status.on ? status.problem ?? status.uploadProblem : null;
    trouble.replaceChildren(...(problem ? [problemBox({ ...problem, recoveries: problem.code === 'CLIENT_ID_TAKEN' ? ['RETRY'] : [] },
      { RETRY: () => attempt(failed, () => post('/api/renew-client-id')) })] : []));
    drawAsking();
  }

  return { title: 'Settings', topics: ['STATUS'], refresh };
}

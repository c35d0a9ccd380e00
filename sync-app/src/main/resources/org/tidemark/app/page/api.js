// Asks the program on this computer.

/** A request that was not carried out; `problem` has sentence, code, place and recoveries. */
export class Problem extends Error {
  constructor(problem) {
    super(problem.sentence);
    this.problem = problem;
  }
}

const GONE = {
  code: 'PROGRAM_GONE',
  kind: 'NETWORK',
  sentence: 'The program on this computer does not answer. Start it again, then open the address that it prints.',
  recoveries: [],
  detail: '',
};

const unexplained = status => ({ ...GONE, sentence: `The program answered ${status}.` });

async function answer(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Problem(GONE);
  }
  const type = response.headers.get('Content-Type') ?? '';
  const body = type.includes('json') ? await response.json() : null;
  if (!response.ok) {
    throw new Problem(body ?? unexplained(response.status));
  }
  return body;
}

/** An address with parameters; those that are null are left out. */
export function address(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

export const get = (path, parameters) => answer(address(path, parameters), {});

export const post = (path, parameters, body = {}) =>
  answer(address(path, parameters), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Sends a file as it is, and tells how many bytes of it are sent. */
export function send(path, parameters, file, sent) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path, parameters));
    request.responseType = 'json';
    request.upload.addEventListener('progress', event => sent(event.loaded, event.total));
    request.addEventListener('error', () => reject(new Problem(GONE)));
    request.addEventListener('load', () => {
      if (request.status === 200) {
        resolve(request.response);
      } else {
        reject(new Problem(request.response ?? unexplained(request.status)));
      }
    });
    request.send(file);
  });
}

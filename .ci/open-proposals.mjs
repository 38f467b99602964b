// Prints where to fetch the other open proposals to a branch from, one refspec a line, for `git fetch --stdin`.
// Usage: TOKEN=… API=… REPOSITORY=… BASE=… NUMBER=… node .ci/open-proposals.mjs [gitlab]
const { TOKEN = '', API = '', REPOSITORY = '', BASE = '', NUMBER = '' } = process.env;
const isGitLab = process.argv[2] === 'gitlab';
const base = encodeURIComponent(BASE);
const address = isGitLab
  ? `${API}/projects/${encodeURIComponent(REPOSITORY)}/merge_requests?state=opened&target_branch=${base}&per_page=100`
  : `${API}/repos/${REPOSITORY}/pulls?state=open&base=${base}&per_page=100&limit=50`;
const refs = isGitLab ? 'merge-requests' : 'pull';

try {
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${TOKEN}`, accept: 'application/json' },
    signal: AbortSignal.timeout(60_000),
  });
  if (!answer.ok) throw new Error(`平台回答 ${answer.status}`);
  const numbers = (await answer.json()).map(({ number, iid }) => Number(isGitLab ? iid : number));
  for (const number of numbers)
    if (String(number) !== NUMBER) console.log(`+refs/${refs}/${number}/head:refs/gate/open/${number}`);
} catch (error) {
  console.error(`没有取到别的修改，这次不看有没有改同一项：${error.message}`);
}

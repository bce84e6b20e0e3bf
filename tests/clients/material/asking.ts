/** Asks questions through a generated client, and keeps what came for Python to judge. */

/** What one question came to: an answer, or what the client had against it. */
interface Came {
  status?: number;
  type?: string;
  answer?: unknown;
  /** The answer as the client's validator hands it on: what it knows, and no more. */
  known?: unknown;
  problem?: string;
}

/** What both clients give. */
interface Given {
  data?: unknown;
  error?: unknown;
  response?: Response | undefined;
}

/** What zod makes of a shape. */
interface Validator {
  parse(value: unknown): unknown;
}

const all: Record<string, Came> = {};

/** Ask, and keep the answer under the question. */
export async function ask(
  question: string,
  call: () => Promise<Given>,
  validator?: Validator,
): Promise<void> {
  try {
    all[question] = came(await call(), validator);
  } catch (problem) {
    all[question] = { problem: String(problem) };
  }
}

function came({ data, error, response }: Given, validator?: Validator): Came {
  if (response === undefined || (response.ok && error !== undefined)) {
    return { problem: String(error) };
  }
  const answer = response.ok ? data : error;
  const type = response.headers.get("Content-Type")?.split(";")[0] ?? "";
  const known = response.ok && validator ? validator.parse(answer) : answer;
  return { status: response.status, type, answer, known };
}

/** Print all that came, as one JSON object. */
export function tell(): void {
  console.log(JSON.stringify(all));
}

/** A network on which the first member of each answer is lost. */
export const losing: typeof fetch = async (...asked) => {
  const answer = await fetch(...asked);
  const [, ...kept] = Object.entries((await answer.json()) as object);
  return Response.json(Object.fromEntries(kept));
};

import { readFileSync } from "node:fs";

import { closeWorkers, scheduleGroups, scheduleSessions, SchedulingInputError, verifyAnswer, type GroupsInput, type SessionsInput } from "../app/scheduling";

const usage = `Usage:
  npm run schedule -- groups FILE.json [--time SECONDS] [--seed NUMBER]
  npm run schedule -- sessions FILE.json [--time SECONDS] [--seed NUMBER]
  npm run schedule -- verify FILE.json ANSWER.json
FILE may be - for standard input. The answer is JSON on standard output.
Exit code: 0 solved (or valid), 1 infeasible (or not valid), 2 the file cannot be used.`;

type Arguments = { words: string[]; timeLimitMs: number | undefined; seed: number; progress: boolean };

/** Answers one command line; the number is the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { words, timeLimitMs, seed, progress } = parse(args);
  const [command, file, second] = words;
  if (command === undefined || file === undefined || (command === "verify") !== (second !== undefined)) throw new SchedulingInputError("command", usage);
  const input = readJson(file, "FILE");
  const options = {
    timeLimitMs,
    seed,
    ...(progress ? { onProgress: (step: unknown) => void process.stderr.write(`${JSON.stringify(step)}\n`) } : {}),
  };
  switch (command) {
    case "groups": {
      const answer = await scheduleGroups(input as GroupsInput, options);
      print(answer);
      return answer.status === "solved" ? 0 : 1;
    }
    case "sessions": {
      const answer = await scheduleSessions(input as SessionsInput, options);
      print(answer);
      return answer.status === "solved" ? 0 : 1;
    }
    case "verify": {
      const verdict = verifyAnswer(input, readJson(second!, "ANSWER"));
      print(verdict);
      return verdict.valid ? 0 : 1;
    }
    default:
      throw new SchedulingInputError("command", `There is no command "${command}".\n${usage}`);
  }
}

function parse(args: readonly string[]): Arguments {
  const words: string[] = [];
  let timeLimitMs: number | undefined;
  let seed = 1;
  let progress = false;
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    const [name, inline] = word.startsWith("--") ? word.split("=", 2) : [word];
    const value = (): string => inline ?? args[++at] ?? "";
    if (name === "--time") {
      const seconds = Number(value() || NaN);
      if (!Number.isFinite(seconds) || seconds <= 0) throw new SchedulingInputError("--time", "--time needs a number of seconds above zero.");
      timeLimitMs = seconds * 1000;
    } else if (name === "--seed") {
      seed = Number(value() || NaN);
      if (!Number.isInteger(seed) || seed < 0) throw new SchedulingInputError("--seed", "--seed needs a whole number.");
    } else if (name === "--progress") {
      progress = true;
    } else if (word.startsWith("--")) {
      throw new SchedulingInputError(name!, `There is no option ${name}.\n${usage}`);
    } else {
      words.push(word);
    }
  }
  return { words, timeLimitMs, seed, progress };
}

function readJson(file: string, field: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch {
    throw new SchedulingInputError(field, `${file} cannot be read.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new SchedulingInputError(field, `${file} is not JSON: ${error instanceof Error ? error.message : ""}`);
  }
}

function print(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SchedulingInputError)) throw error;
  print({ status: "invalid", field: error.field, message: error.message });
  process.stderr.write(`${error.field}: ${error.message}\n`);
  process.exitCode = 2;
} finally {
  await closeWorkers();
}

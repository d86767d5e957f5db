/**
 * Calls what somebody else wrote, such as a delivery or a listener. What it throws, now or later,
 * ends there: an answer that failed only for names with a mail would tell which names exist (rule
 * REFUSAL-2), and a rejection that nobody handles ends the process.
 */
export function isolated(call: () => unknown): void {
  try {
    void Promise.resolve(call()).catch(() => undefined);
  } catch {
    // See above: neither the flow nor its answer depends on it.
  }
}

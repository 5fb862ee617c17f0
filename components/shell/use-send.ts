"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { attemptKeys } from "./sending/attempt-keys";
import type { FieldProblem, Problem } from "./sending/problem";
import { send, type Method, type Sent } from "./send";

type UseSendOptions<Data, Body> = {
  path: string | ((body: Body) => string);
  method?: Method;
  onSaved?: (data: Data, body: Body) => void;
  onRefused?: (problem: Problem, body: Body) => void;
};

export type Sending<Data, Body> = {
  save: (body: Body) => Promise<Sent<Data>>;
  /** The same once more, with what was asked for beside it. */
  again: (more: Partial<Body>) => void;
  isSending: boolean;
  data: Data | undefined;
  problem: Problem | null;
  /** For Form's `errors`. */
  errors: FieldProblem[];
  /** For Form's `message`: only when no field can be named, and nothing is asked beside the form instead. */
  message: string | undefined;
  clear: () => void;
};

const noErrors: FieldProblem[] = [];

/** One change, its waiting, and its refusal in the shape a Form takes. A second press while it is under way does nothing twice. */
export function useSend<Data = unknown, Body = unknown>({ path, method = "POST", onSaved, onRefused }: UseSendOptions<Data, Body>): Sending<Data, Body> {
  const keys = useRef<ReturnType<typeof attemptKeys>>(null);
  const last = useRef<Body>(null);
  const underWay = useRef<Promise<Sent<Data>>>(null);
  const mutation = useMutation({
    mutationFn: async (body: Body) => {
      keys.current ??= attemptKeys();
      const sent = await send<Data>(method, typeof path === "function" ? path(body) : path, body, { idempotencyKey: keys.current.keyFor(body) });
      keys.current.answered(sent.ok ? null : sent.error);
      return sent;
    },
    onSuccess: (sent, body) => {
      if (sent.ok) onSaved?.(sent.data, body);
      else onRefused?.(sent.error, body);
    },
  });
  function save(body: Body) {
    last.current = body;
    underWay.current ??= mutation.mutateAsync(body).finally(() => {
      underWay.current = null;
    });
    return underWay.current;
  }
  const problem = mutation.data && !mutation.data.ok ? mutation.data.error : null;
  const errors = problem?.fields?.length ? problem.fields : noErrors;
  return {
    save,
    again: (more) => void save({ ...last.current!, ...more }),
    isSending: mutation.isPending,
    data: mutation.data?.ok ? mutation.data.data : undefined,
    problem,
    errors,
    message: problem && errors.length === 0 && problem.reason !== "names-protected" ? problem.message : undefined,
    clear: mutation.reset,
  };
}

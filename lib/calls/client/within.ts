import { CallProblem } from "@/lib/calls/client/problems";

/** What a promise gives, if it does so in time. @throws CallProblem `connection` after `ms` */
export function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new CallProblem("connection")), ms);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

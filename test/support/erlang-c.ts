/**
 * The probability that a visitor waits longer than `minutes` where arrivals and services have no memory and `desks`
 * serve one line: C(c, a) · exp(-(c - a) · t / s), with a = arrivals per minute × minutes of a service, and Erlang's
 * C(c, a) by the recursion of his B. (A. K. Erlang, "Solution of some problems in the theory of probabilities of
 * significance in automatic telephone exchanges", 1917; Gross and Harris, Fundamentals of Queueing Theory, §2.3.)
 */
export function erlangWaitsLonger(queue: {
  readonly desks: number;
  readonly arrivalsPerMinute: number;
  readonly serviceMinutes: number;
  readonly minutes: number;
}): number {
  const load = queue.arrivalsPerMinute * queue.serviceMinutes;
  let blocked = 1;
  for (let desks = 1; desks <= queue.desks; desks += 1) {
    blocked = (load * blocked) / (desks + load * blocked);
  }
  const waits = (queue.desks * blocked) / (queue.desks - load * (1 - blocked));
  return waits * Math.exp((-(queue.desks - load) * queue.minutes) / queue.serviceMinutes);
}

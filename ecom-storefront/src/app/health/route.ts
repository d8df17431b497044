/** Whether this process answers. It says nothing of the gateway: without one, pages still say what they can do. */
export function GET(): Response {
  return Response.json({ status: 'UP' });
}

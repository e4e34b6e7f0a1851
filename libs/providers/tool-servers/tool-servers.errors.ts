import { defineErrors } from '#kernel';

/** Messages are for people and for models, and tell nothing of our network. */
export const toolServerErrors = defineErrors('tool_servers', {
  timed_out: { kind: 'unavailable', message: 'The tool server did not answer in time.' },
  unreachable: { kind: 'unavailable', message: 'The tool server could not be reached.' },
  answer_too_long: { kind: 'unavailable', message: 'The tool server answered with more than is read.' },
  refused: { kind: 'unavailable', message: 'The tool server refused the request.' },
  refused_credentials: { kind: 'unavailable', message: 'The tool server does not accept the credentials.' },
  /** What came is none of the protocol, or none that we speak. */
  not_understood: { kind: 'unavailable', message: 'The answer of the tool server could not be understood.' },
  /** The server wants to ask the user something in the middle of a call. */
  needs_input: { kind: 'unsupported', message: 'The tool asks for further input, which cannot be given here.' },
});

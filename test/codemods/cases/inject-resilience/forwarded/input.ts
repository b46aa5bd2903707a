export const send = (input: string, init?: RequestInit): Promise<Response> => fetch(input, init);

export const decode = (data: string): Promise<Response> => fetch(`data:text/plain;base64,${data}`);

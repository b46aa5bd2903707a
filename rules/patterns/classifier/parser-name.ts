/** Names of calls that read a format. */
export const parserName: RegExp = /(?:^|\.)(?:JSON\.parse|parse\w*|decode\w*|deserialize\w*|atob)$/;

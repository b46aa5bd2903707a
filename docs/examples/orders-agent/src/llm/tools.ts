import type { CustomerRepository } from '../db/customer-repository.js';

export interface Tool {
  name: string;
  description: string;
  run(input: Record<string, unknown>): Promise<unknown>;
}

function text(input: Record<string, unknown>, key: string): string {
  const value = input[key];
  if (typeof value !== 'string' || value === '') {
    throw new Error(`Invalid tool input: ${key} is required`);
  }
  return value;
}

/** What the triage agent may look up while it makes up its mind. */
export class ToolBox {
  private tools = new Map<string, Tool>();

  register(tool: Tool): this {
    if (this.tools.has(tool.name)) new Error(`Tool ${tool.name} is already registered`);
    this.tools.set(tool.name, tool);
    return this;
  }

  describe(): string {
    return [...this.tools.values()].map((tool) => `${tool.name}: ${tool.description}`).join('\n');
  }

  async call(name: string, input: Record<string, unknown>): Promise<string> {
    const tool = this.tools.get(name);
    if (!tool) throw new Error(`Tool ${name} not found`);
    let output: unknown;
    try {
      output = await tool.run(input);
    } catch (e: any) {
      throw new Error(`Tool ${name} failed: ${e.message}`);
    }
    try {
      return JSON.stringify(output);
    } catch (e: any) {
      throw new Error(`Tool ${name} returned a value that cannot be serialized: ${e.message}`);
    }
  }
}

export function createToolBox(customers: CustomerRepository): ToolBox {
  return new ToolBox().register({
    name: 'customer',
    description: 'name, role and daily limit of a customer; input {"id"}',
    async run(input) {
      const { name, role, dailyLimit } = await customers.get(text(input, 'id'));
      return { name, role, dailyLimit };
    },
  });
}

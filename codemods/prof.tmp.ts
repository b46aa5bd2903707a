import { auditFile } from './engine/audit/audit-file.ts';
import { discoverFiles } from './engine/discover/discover-files.ts';
import { createRulePlan } from './engine/audit/create-rule-plan.ts';
import { readSettings } from './engine/audit/read-settings.ts';
const cwd=process.cwd();
const settingsInput={};const settings=readSettings(settingsInput);
const d=discoverFiles(process.argv.slice(2),{cwd,includeTests:false,testGlobs:settings.testGlobs});
const plan=createRulePlan(process.env.RULES?{rules:process.env.RULES.split(',')}:{});
for(let k=0;k<Number(process.env.WARM||0);k++)for(const task of d.tasks)auditFile(task,{plan,settings,settingsInput,cwd,includeGenerated:true});
const c=process.cpuUsage(),t=performance.now();let n=0,l=0;
for(const task of d.tasks){const r=auditFile(task,{plan,settings,settingsInput,cwd,includeGenerated:true});if(r.status==='audited'){n+=r.findings.length;l+=r.lines}}
const u=process.cpuUsage(c);console.log(d.tasks.length,l,n,'wall',performance.now()-t|0,'user',u.user/1e3|0,'sys',u.system/1e3|0);

const acts: Record<string, string> = {
  'session.open': '登录',
  'session.close': '退出',
  'session.fail': '登录失败',
  'person.invite': '登记人员',
  'person.inviteAgain': '重发邀请',
  'person.acceptInvitation': '接受邀请，设密码',
  'person.changePassword': '改密码',
  'person.suspend': '停用人员',
  'person.resume': '恢复人员',
  'person.unlock': '解锁人员',
  'unit.add': '新增单位',
  'unit.rename': '单位改名',
  'unit.alias': '加单位别名',
  'unit.close': '停用单位',
  'unit.reopen': '恢复单位',
  'audit.verify': '核对审计记录',
  'county.found': '建立县',
  'county.moveDemoDay': '调演示日期',
  'calendar.fill': '填工作日历',
  'plan.create': '建立方案',
  'project.rank': '定项目级别',
  'scheme.adopt': '采用细则',
  'month.lock': '月度锁定',
};

/** An act in the office's words; one without words yet is shown as it is recorded. */
export const actWords = (what: string) => acts[what] ?? what;

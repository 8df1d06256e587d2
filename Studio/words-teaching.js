/** Words of lessons and workshops. */
export const teaching = {
  'lessons.title': ['Lessons', '课程'],
  'lessons.lead': [
    'Each begins with a question that field studies of Chinese communities have raised. Try it, see what the model really shows, and ask how far it carries.',
    '每课从一个来自中国社区田野研究的问题开始。动手试一试，看模型究竟显示了什么，再想想结论能走多远。',
  ],
  'lesson.number': ['Lesson {number}', '第 {number} 课'], 'lesson.minutes': ['{minutes} min', '{minutes} 分钟'], 'lesson.begin': ['Begin', '开始'], 'lesson.none': ['No lesson is chosen.', '未选择课程。'],
  'lesson.try': ['Try', '试一试'], 'lesson.see': ['What you should see', '应当看到什么'], 'lesson.why': ['Why it comes about', '为什么会这样'], 'lesson.caution': ['How far it carries', '结论能走多远'],
  'lesson.others': ['All lessons', '全部课程'], 'lesson.run.first': ['Run the lesson’s set-up first.', '请先运行本课的设置。'],
  'lesson.do.run': ['Run', '运行'], 'lesson.do.month': ['Go to month {month}', '到第 {month} 个月'], 'lesson.do.future': ['Fork in month {month}', '在第 {month} 个月分出未来'], 'lesson.do.colour': ['Show', '显示'], 'lesson.do.panel': ['Show', '显示'],

  'workshop.title': ['Workshop', '课堂'],
  'workshop.lead': [
    'One opens a session with a task; groups join by its code from their own browsers and run the same community, each as its committee or its government. The board compares them.',
    '由教师以一项任务开课；各组在自己的浏览器中凭代码加入，以居委会或政府的身份治理同一个社区；看板对各组作比较。',
  ],
  'workshop.open': ['Open a workshop', '开课'], 'workshop.open.do': ['Open', '开课'], 'workshop.task': ['Task', '任务'], 'workshop.name': ['Name of the session', '课堂名称'], 'workshop.name.example': ['such as: Tuesday’s class', '例如：周二班'],
  'workshop.turn': ['A turn is', '每轮时长'], 'workshop.months': ['{months} months', '{months} 个月'], 'workshop.years': ['{years} years', '{years} 年'],
  'workshop.budget': ['Budget, yuan a year', '预算，元/年'], 'workshop.budget.wrong': ['Found “{found}”; expected whole yuan, 0 or more.', '所填为“{found}”；应为不小于 0 的整数元。'],
  'workshop.pace': ['Pace', '节奏'], 'workshop.pace.teacher': ['Together: the teacher opens each turn', '同步：由教师开启每一轮'], 'workshop.pace.free': ['Free: groups go on by themselves', '自由：各组自行推进'],
  'workshop.join': ['Join as a group', '以小组身份加入'], 'workshop.join.do': ['Join', '加入'], 'workshop.code': ['Code', '代码'], 'workshop.group': ['Name of the group', '小组名称'], 'workshop.role': ['Role', '角色'],
  'workshop.watch': ['Only watch the board', '只看看板'], 'workshop.code.missing': ['Enter the code that the teacher shows.', '请输入教师出示的代码。'], 'workshop.group.missing': ['Give your group a name.', '请填写小组名称。'],
  'workshop.code.wrong': ['No workshop has the code {code}. Is it spelt as the teacher shows it?', '没有代码为 {code} 的课堂。是否与教师出示的一致？'],
  'role.committee': ['as the residents’ committee', '居委会'], 'role.government': ['as the government', '政府'],

  'turn.left': ['Left to spend', '剩余预算'], 'turn.left.label': ['{left} left of {budget} a year', '每年 {budget}，剩余 {left}'], 'turn.budget': ['{budget} a year, as the ledger books what your changes cost', '每年 {budget}，按账本记录的实际支出计算'],
  'turn.next': ['Next turn: {from} to {to}', '下一轮：{from} 至 {to}'], 'turn.none': ['No lever is moved: things go on as they are.', '没有改动：一切照旧。'],
  'turn.levers': ['Move levers', '调整杠杆'], 'turn.decide': ['Decide and live the turn', '决定并运行这一轮'], 'turn.over': ['The run is over', '运行结束'],
  'turn.lives': ['The months decided on are being lived.', '已决定的月份正在运行。'],
  'turn.waits': ['Waiting for the teacher to open the next turn.', '等待教师开启下一轮。'], 'turn.paused': ['The teacher has paused the workshop.', '教师已暂停课堂。'], 'turn.closed': ['The workshop is closed.', '课堂已结束。'],
  'turn.board': ['See the board', '查看看板'], 'turn.leave': ['Leave', '离开'],

  'board.facts': ['turns of {turn} months · {budget} a year · {status}', '每轮 {turn} 个月 · 每年 {budget} · {status}'],
  'board.open': ['open', '已开课'], 'board.waiting': ['waiting', '等待中'], 'board.running': ['running', '进行中'], 'board.paused': ['paused', '已暂停'], 'board.closed': ['closed', '已结束'],
  'board.advance': ['Open the next {months} months', '开启下一轮（{months} 个月）'], 'board.pause': ['Pause', '暂停'], 'board.resume': ['Resume', '继续'], 'board.close': ['Close', '结束课堂'], 'board.leave': ['Leave', '离开'], 'board.back': ['Back to our community', '回到我们的社区'],
  'board.until': ['open up to month {month} of {months}', '已开启至第 {month} 个月，共 {months} 个月'],
  'board.empty': ['No group has joined yet.', '还没有小组加入。'], 'board.empty.how': ['They open this address, choose “Workshop”, and enter {code}.', '请各组打开此网址，选择“课堂”，输入 {code}。'],
  'board.standings': ['Standings', '各组情况'], 'board.group': ['Group', '小组'], 'board.month': ['Month', '月份'], 'board.spent': ['Spent', '已支出'], 'board.decided': ['done with this turn', '本轮已决定'], 'board.living': ['computing …', '计算中……'],
  'board.higher': ['↑ higher is better', '↑ 越高越好'], 'board.lower': ['↓ lower is better', '↓ 越低越好'], 'board.replay': ['Replay', '回放'],
};

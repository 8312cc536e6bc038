# What somebody has looked at, kept with their account where they have asked for it.
recently-title = 最近看过
recently-text = 您看过的东西，只有当时所用的浏览器记得，除非您另有选择。
recently-tick = 在我的所有设备上保留我看过的东西
recently-tick-text = 之后您的账户会保留您看过哪些东西以及何时看的：最多 { $most } 件，每件 { $days } 天。您在某个浏览器中打开账户时，它会告知账户。取消勾选后，账户会立即忘掉它们。
recently-button = 保存
recently-none = 还没有。您看过的东西会在您下次打开账户时来到这里。
recently-forget = 全部忘掉
recently-came = { $count ->
   *[other] 在此浏览器中看过的 { $count } 件东西现在归入您的账户。
}
recently-take-out = 不是我的：再取出来
recently-kept = 按您的要求，您的账户记着它们。
account-seen-on = 从现在起，您的账户会保留您看过的东西。
account-seen-off = 您的账户不再保留您看过的东西，已保留的也已删除。
account-seen-out = 它们已从您的账户中取出。
account-seen-forgotten = 已全部忘掉。
recently-privacy = 如果您在账户中勾选在所有设备上保留看过的东西，我们会保存那些是什么东西、何时看的，最多 50 件，每件 180 天，直到您取消勾选：届时会立即删除。否则只有您的浏览器记得它们，退出登录后它就会忘掉。

signpost-title = هل مكانه في جهة أخرى؟
signpost-danger = هل هناك شخص في خطر؟
signpost-concern = هل أنت قلق على طفل أو على شخص بالغ؟
signpost-complaint = هل تريد تقديم شكوى؟
signpost-call = اتصل بـ
signpost-read = اقرأ ما يمكنك فعله

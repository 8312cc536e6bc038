# What somebody thinks of an order that has come.
opinion-title = Заказ { $number }: как вам?
opinion-text = Здесь видно, что вы нам рассказали, и это можно изменить. Читаем только мы; ничего не публикуется.
opinion-mark = Как вам?
opinion-5 = Очень хорошо
opinion-4 = Хорошо
opinion-3 = Нормально
opinion-2 = Не очень
opinion-1 = Совсем плохо
opinion-words = Своими словами
opinion-button = Отправить
opinion-thanks = Спасибо. Мы читаем каждое слово.
opinion-nothing = Пожалуйста, выберите оценку или напишите хоть слово.
desk-opinions = Как вам?
desk-opinions-none = Пока никто ничего не рассказал.
letter-button-how_was_it = Рассказать, как вам

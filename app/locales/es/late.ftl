# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = El transportista avisa de un retraso y aún no ha dado un nuevo día.
way-due = Debía llegar
way-late = Más tarde de lo prometido.
way-late-text = Lo sentimos. Lo que sepamos aparecerá aquí al momento; si necesita una respuesta, pregúntenos.
way-late-link = Preguntarnos
way-unsent = Debía salir a más tardar el { $day } y sigue aquí. Saldrá en cuanto esté embalado, y entonces le escribiremos.
way-van-before = Estaba en reparto y nadie nos ha dicho aún que haya llegado.
wish-carriers-own = { $carrier } no acepta deseos nuestros en el camino. Si puede ser otro día u otro lugar, lo dice su propia página.
wish-carriers-page = A su página en { $carrier }
wish-carriers-none = { $carrier } no acepta deseos en el camino: esta entrega queda como está.
letter-late-attempt_failed = No había nadie.
letter-late-exception = Algo lo retuvo en el transportista.
letter-delayed_undated-subject = Pedido { $number }: su paquete se retrasa
letter-delayed_undated-heading = Llega más tarde de lo que dijimos
letter-delayed_undated-text = El transportista avisa de que su paquete se retrasa y aún no ha dado un nuevo día. Sentimos la espera. En cuanto haya un día, estará en la página del pedido.
sms-delayed_undated = Con retraso; aún sin nueva fecha.

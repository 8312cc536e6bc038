# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = A transportadora avisa que está atrasado e ainda não informou um novo dia.
way-due = Deveria chegar
way-late = Mais tarde do que o prometido.
way-late-text = Sentimos muito. O que soubermos aparece aqui na hora; se precisar de uma resposta, fale conosco.
way-late-link = Pergunte para nós
way-unsent = Deveria sair até { $day } e ainda está aqui. Sai assim que for embalado, e então escrevemos para você.
way-van-before = Saiu para entrega, e ninguém nos disse ainda que chegou.
wish-carriers-own = { $carrier } não aceita nossos pedidos no caminho. Se dá para mudar o dia ou o lugar, a página dela diz.
wish-carriers-page = Ver a página em { $carrier }
wish-carriers-none = { $carrier } não aceita pedidos no caminho: esta entrega fica como está.
letter-late-attempt_failed = Não havia ninguém.
letter-late-exception = Algo a segurou na transportadora.
letter-delayed_undated-subject = Pedido { $number }: sua encomenda está atrasada
letter-delayed_undated-heading = Chega mais tarde do que dissemos
letter-delayed_undated-text = A transportadora avisa que sua encomenda está atrasada e ainda não informou um novo dia. Desculpe pela espera. Assim que houver um dia, ele estará na página do pedido.
sms-delayed_undated = Atrasada; ainda sem novo dia.

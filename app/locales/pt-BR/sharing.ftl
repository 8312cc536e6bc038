# Um link que mostra a outros onde o pedido está.
share-title = Compartilhar o caminho
share-text = Alguém espera por ele com você? Um link mostra onde o pacote está e quando chega. Aparecem a cidade e a primeira letra do nome: sem endereço, sem produtos, sem preços. Vale por 90 dias, ou até você encerrá-lo.
share-make = Criar um link
share-anew = Criar outro link
share-end = Encerrar o link
share-link = O link
share-once = Copie agora: ele só aparece desta vez. Outro link o encerra.
share-there = Há um link. Outros veem onde o pedido está até você encerrá-lo.
share-ended = O link foi encerrado. Ninguém mais vê o pedido com ele.
shared-title = Um pacote a caminho
shared-to = Para { $initial }. em { $town }, { $country }
shared-over-title = Este link foi encerrado
shared-over-text = Ele foi encerrado ou não está completo. Peça outro a quem o enviou.

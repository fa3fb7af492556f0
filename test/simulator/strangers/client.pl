# A client as a public body's scripts have it, from the documentation alone: perl with its standard modules.
# usage: client.pl OAUTH_URL API_URL CLIENT_ID CLIENT_SECRET SIRET; the login and the password on two lines of stdin
use strict;
use warnings;
use HTTP::Tiny;
use JSON::PP qw(decode_json encode_json);
use MIME::Base64 qw(encode_base64);

my ($oauth, $api, $id, $secret, $siret) = @ARGV;
chomp(my $login = <STDIN>);
chomp(my $password = <STDIN>);
my $http = HTTP::Tiny->new(timeout => 20);

sub token {
    my (%form) = @_;
    my $basic = delete $form{basic};
    my %more = $basic ? (headers => { authorization => 'Basic ' . encode_base64($basic, '') }) : ();
    my $answer = $http->post_form("$oauth/api/oauth/token", { grant_type => 'client_credentials', scope => 'openid', %form }, \%more);
    return ($answer->{status}, decode_json($answer->{content}));
}

my ($status, $given) = token(client_id => $id, client_secret => $secret);
print "form $status $given->{token_type} $given->{expires_in}\n";
($status, $given) = token(basic => "$id:$secret");
print "basic $status $given->{token_type}\n";
my ($refused, $why) = token(client_id => $id, client_secret => "${secret}x");
print "wrong $refused $why->{error}\n";

sub call {
    my ($method, $path, $body, $account) = @_;
    my %sent = (headers => {
        'authorization' => "Bearer $given->{access_token}",
        'cpro-account'  => encode_base64($account // "$login:$password", ''),
        'content-type'  => 'application/json;charset=utf-8',
    });
    $sent{content} = encode_json($body) if defined $body;
    my $answer = $http->request($method, "$api/cpro/$path", \%sent);
    $answer->{json} = length $answer->{content} ? decode_json($answer->{content}) : undef;
    return $answer;
}

my $health = call('GET', 'transverses/v1/health-check');
print "health $health->{status} $health->{json}{statusCode}\n";
my $attached = call('POST', 'utilisateurs/v1/monCompte/recuperer/rattachements', { parametresRecherche => { nbResultatsParPage => 100 } });
print 'rattachements ', scalar @{ $attached->{json}{listeStructureRattachement} }, "\n";
my $found = call('POST', 'structures/v1/rechercher', { structure => { identifiantStructure => $siret, typeIdentifiantStructure => 'SIRET' } });
print "recherche $found->{json}{listeStructures}[0]{identifiantStructure} $found->{json}{listeStructures}[0]{statut}\n";
my $record = call('GET', "organisations/v1/structures/$siret");
print "organisation $record->{json}{status}\n";
my $nobody = call('GET', 'transverses/v1/health-check', undef, 'nobody:x');
print "refused $nobody->{status} $nobody->{headers}{'www-authenticate'}\n";

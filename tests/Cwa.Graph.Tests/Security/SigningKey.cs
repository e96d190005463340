using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cwa.Graph.Tests.Security;

/// <summary>A key that signs tokens, good or bad.</summary>
public sealed class SigningKey(string id) : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Id => id;

    /// <summary>The public half in PEM, for attacks that use it as a shared secret.</summary>
    public byte[] PublicPem => Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());

    public Dictionary<string, object> PublicJwk() =>
        new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["alg"] = "RS256",
            ["n"] = Base64Url.EncodeToString(_rsa.ExportParameters(false).Modulus),
            ["e"] = Base64Url.EncodeToString(_rsa.ExportParameters(false).Exponent),
        };

    /// <summary>A token with these claims, and header fields in addition to or instead of the usual ones.</summary>
    public string Sign(Dictionary<string, object> claims, params (string Name, object Value)[] header)
    {
        var all = new Dictionary<string, object>
        {
            ["alg"] = "RS256",
            ["typ"] = "JWT",
            ["kid"] = id,
        };
        foreach (var (name, value) in header)
            all[name] = value;
        return Assemble(
            all,
            claims,
            bytes => _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );
    }

    /// <summary>A token of arbitrary bytes.</summary>
    public string Sign(byte[] header, byte[] claims)
    {
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(claims)}";
        var signature = _rsa.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public static string Assemble(
        Dictionary<string, object> header,
        Dictionary<string, object> claims,
        Func<byte[], byte[]> sign
    )
    {
        var signed = $"{Part(header)}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";

        static string Part(Dictionary<string, object> part) =>
            Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
    }

    public void Dispose() => _rsa.Dispose();
}

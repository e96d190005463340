using System.Buffers.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cwa.Graph;

/// <summary>Refuses tokens whose form breaks RFC 7515 or 7519, before their contents are checked.</summary>
/// <remarks>
/// The library ignores `crit`, and accepts repeated members, padding and times in quotes. It also takes a good token
/// for a bad one while the directory's keys are not available.
/// </remarks>
internal sealed partial class StrictTokens : JsonWebTokenHandler
{
    private const int Longest = 16 * 1024;

    private static readonly string[] HeaderTexts = ["alg", "typ", "cty", "kid", "jku", "x5u", "x5t", "x5t#S256"];
    private static readonly string[] Texts = ["iss", "sub", "jti"],
        Dates = ["exp", "nbf", "iat"];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly SignInDirectory _directory;

    public StrictTokens(SignInDirectory directory) =>
        (_directory, MapInboundClaims, MaximumTokenSizeInBytes) = (directory, false, Longest);

    /// <inheritdoc/>
    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token,
        TokenValidationParameters validationParameters
    )
    {
        if (FaultOf(token) is { } fault)
            return new() { Exception = new SecurityTokenMalformedException(fault) };
        if (validationParameters.ConfigurationManager is not { } keys)
            return await base.ValidateTokenAsync(token, validationParameters);
        if (await _directory.FailureAsync(keys) is { } failure)
            return await UncheckedAsync(token, validationParameters, failure);

        // With the issuer named here, the library does not ask for it again.
        var known = await keys.GetBaseConfigurationAsync(CancellationToken.None);
        validationParameters.ValidIssuers = [known.Issuer];
        var result = await base.ValidateTokenAsync(token, validationParameters);
        return
            result.Exception is SecurityTokenInvalidIssuerException { InnerException: InvalidOperationException lost }
            ? new() { Exception = new DirectoryAwayException(lost) }
            : result;
    }

    // Without keys the signature and the issuer are not checked, but the claims may be enough to refuse a token.
    private async Task<TokenValidationResult> UncheckedAsync(
        string token,
        TokenValidationParameters parameters,
        Exception failure
    )
    {
        var claims = parameters.Clone();
        (claims.ConfigurationManager, claims.ValidateIssuer, claims.IssuerValidator) = (null, false, null);
        (claims.ValidateIssuerSigningKey, claims.IssuerSigningKeyValidatorUsingConfiguration) = (false, null);
        claims.SignatureValidator = (text, of) =>
        {
            var read = new JsonWebToken(text);
            Validators.ValidateAlgorithm(read.Alg, null, read, of);
            return read;
        };
        var result = await base.ValidateTokenAsync(token, claims);
        return result.IsValid ? new() { Exception = new DirectoryAwayException(failure) } : result;
    }

    private string? FaultOf(string token)
    {
        if (token.Length > MaximumTokenSizeInBytes)
            return "It is too long.";
        if (token.Split('.') is not [var header, var claims, var signature])
            return "It does not have three parts.";
        if (BytesOf(signature) is null or [])
            return "Its signature is missing, or is not in base64url.";
        using var head = ObjectOf(header);
        using var said = ObjectOf(claims);
        if (head is null || said is null)
            return "Its header or its claims are not a JSON object in base64url, or repeat a member.";
        return FaultOfHeader(head.RootElement) ?? FaultOfClaims(said.RootElement);
    }

    private static string? FaultOfHeader(JsonElement header)
    {
        if (header.TryGetProperty("crit", out _))
            return "Its header has `crit`, and no extension is understood here.";
        if (HeaderTexts.FirstOrDefault(name => Has(header, name, value => !IsText(value))) is { } wrong)
            return $"`{wrong}` in its header is not a text.";
        return Has(header, "cty", type => OfToken().IsMatch(type.GetString()!)) ? "It holds another token." : null;
    }

    private static string? FaultOfClaims(JsonElement claims)
    {
        if (Texts.FirstOrDefault(name => Has(claims, name, value => !IsText(value))) is { } noText)
            return $"`{noText}` is not a text.";
        if (
            Dates.FirstOrDefault(name => Has(claims, name, date => date.ValueKind != JsonValueKind.Number)) is
            { } noDate
        )
            return $"`{noDate}` is not a number.";
        return Has(claims, "aud", audience => !IsText(audience) && !IsListOfTexts(audience))
            ? "`aud` is neither a text nor a list of texts."
            : null;
    }

    private static bool Has(JsonElement of, string name, Predicate<JsonElement> what) =>
        of.TryGetProperty(name, out var value) && what(value);

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static bool IsListOfTexts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText);

    private static JsonDocument? ObjectOf(string part)
    {
        if (BytesOf(part) is not { } bytes || !Utf8.IsValid(bytes))
            return null;
        try
        {
            var json = JsonDocument.Parse(bytes, Strict);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return json;
            json.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Neither padded nor broken into lines: exactly as these bytes are encoded.
    private static byte[]? BytesOf(string part)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(part);
            return Base64Url.EncodeToString(bytes) == part ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // A media type, which may be written without `application/` (RFC 7515, 4.1.10).
    [GeneratedRegex(@"^\s*([^;]*[/+])?jwt\s*(;|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfToken();
}

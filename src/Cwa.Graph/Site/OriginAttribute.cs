using System.ComponentModel.DataAnnotations;

namespace Cwa.Graph;

/// <summary>A setting that is an origin, exactly as a browser writes it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OriginAttribute : ValidationAttribute
{
    public OriginAttribute(string example)
    {
        Example = example;
        ErrorMessage =
            "an origin as browsers write it: "
            + $"https or http, a host, and a port unless it is the usual one, as in {example}";
    }

    public string Example { get; }

    public override bool IsValid(object? value) =>
        Uri.TryCreate(value as string, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo is ""
        && uri.GetLeftPart(UriPartial.Authority).Equals((string)value!, StringComparison.OrdinalIgnoreCase);
}

using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Cwa.Graph;

/// <summary>A setting that is the address of a proxy, or a network of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ProxyAttribute : ValidationAttribute
{
    public ProxyAttribute() =>
        ErrorMessage = "the address of a proxy, such as 10.0.0.7, or a network of them, such as 10.1.0.0/16";

    public override bool IsValid(object? value) =>
        value is string text && (IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _));
}
